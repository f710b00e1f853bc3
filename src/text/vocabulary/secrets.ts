import { looksRandom } from './random';

/** Beginnings of keys that services give out, with what follows. */
const TOKENS: readonly RegExp[] = [
  /\b(?:A3T[A-Z\d]|AKIA|ASIA|ABIA|ACCA|AGPA|AIDA|AROA|AIPA|ANPA|ANVA)[A-Z\d]{16}\b/,
  /\b(?:gh[pousr]_|github_pat_|gl(?:pat|dt|rt|cbt|ptt|soat|ft)-|ATATT|ATBB|ATCTT)[\w-]{16,}/,
  /\bxox[abeoprs]-[\w-]{10,}|\bxox[abeoprs]\.xox[\w-]{10,}|\bxapp-\d-[\w-]{10,}/,
  /hooks\.slack\.com\/services\/\w|discord(?:app)?\.com\/api\/webhooks\/\d|\boffice\.com\/webhook(?:b2)?\/\w/,
  /\b[MNO][\w-]{23,25}\.[\w-]{6}\.[\w-]{27,}|\b\d{8,10}:AA[\w-]{33}|\b(?:SK|AC)[\da-f]{32}\b/,
  /\b(?:sk|pk|rk|whsec)_(?:live|test)?_?[\w]{16,}|\bsk-(?:ant-|proj-|or-)?[\w-]{20,}/,
  /\bAIza[\w-]{30,}|\bya29\.[\w-]{20,}|\bGOCSPX-[\w-]{20,}|\b1\/\/0[\w-]{30,}|\b\d+-\w{32}\.apps\.googleusercontent\.com/,
  /\b(?:AccountKey|SharedAccessKey)=[\w+/%]{20,}|(?<![\w.~-])[\w.~-]{3}\dQ~[\w.~-]{31,}/,
  /\beyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]*/,
  /\b(?:npm_|pypi-|ops_eyJ|AstraCS:|mlsn\.|AQ\.Ab|hf_|dop_v1_|doo_v1_|shp(?:at|ca|pa|ss)_|SG\.|key-|pat-|rubygems_|lin_api_|ntn_|figd_|sntrys_|glsa_|dapi|PMAK-|tfp_|vercel_|r8_|gsk_|xai-|pplx-|AGE-SECRET-KEY-1|dckr_[po]at_|nfp_|fm[12]_|fo1_|sbp_|sb_secret_|pul-|NR[A-Z]{2}-|HRKU-|secret_(?=\w*\d|\w{43})|sq0[a-z]{3}-|pscale_\w{2,5}_|rdme_|sq[aup]_|[ps]k\.eyJ1|dp\.[a-z]{2,5}\.)[\w.-]{20,}/,
  /\b(?:LTAI|AKID|AQVN)\w{16,}|\b(?:oy2|EAA|dG9rOj)(?=\w*\d)\w{30,}|\bpat\w{14}\.[\da-f]{64}|\bsl\.[\w-]{100,}|\b\w{14}\.atlasv1\.\w/,
  /\bhv[sbr]\.[\w-]{20,}|\$ANSIBLE_VAULT;|\bENC\[AES256_GCM,|\bAge-Encryption|\bsops_version\b/,
  /\b(?:Bearer|Basic|Token)\s+(?=[\w+/.~-]*\d)[\w+/.~-]{20,}=*/,
  /\$(?:2[aby]|5|6|y|argon2(?:id?|d)|apr1)\$[\w./,=+$-]{20,}/,
];

/** What a file with a key or a certificate begins with, also where it stands in another one. */
const HEADERS: readonly RegExp[] = [
  /-{4,5} ?BEGIN [A-Z\d][A-Z\d ]*-{4,5}/,
  /\bPuTTY-User-Key-File-\d/,
  // Of a private key or a certificate, and of a file with one, in base64
  /\bMII[A-Z][\w+/]{60,}|\bLS0tLS1CRUdJTi|\bb3BlbnNzaC1rZXktdj/,
  /\bssh-(?:rsa|dss|ed25519) AAAA[\w+/]{16,}|\becdsa-sha2-\w+ AAAA[\w+/]{16,}/,
];

/** Of a connection string: where it leads, and the password. */
const PLACE = String.raw`\b(?:Server|Host|Hostname|Data Source|Address|Initial Catalog|Database|User ?Id|Uid|Username|Endpoint|AccountName|DefaultEndpointsProtocol|Port|Driver)\s*=[^;\n]{1,200};\s*`;
const PASSWORD = String.raw`\b(?:AccountKey|SharedAccessKey|Password|Pwd)\s*=\s*[^;\s"']`;

/** Who connects where, with what password. */
const CONNECTIONS: readonly RegExp[] = [
  /\b[a-z][a-z\d+.-]{1,20}:\/\/[^\s:/?#@"'`<>[\]{}()]*:(?!\/\/)[^\s/?#@"'`<>{}()]+@/i,
  new RegExp(
    `${PLACE}(?:[^;\\n]{1,200};){0,12}?${PASSWORD}|${PASSWORD}[^;\\n]{1,200};(?:[^;\\n]{1,200};){0,12}?${PLACE}`,
    'i',
  ),
  /\bjdbc:oracle:\w+:[^\s/@"']+\/[^\s@"']+@/i,
  /:\/\/[\da-f]{32}@/,
  /\b(?:host|user|dbname)=[^\s=]{1,100} (?:\w+=[^\s=]{1,100} ){0,8}password=[^\s$<{]|\bpassword=[^\s=$<{]{1,100} (?:\w+=[^\s=]{1,100} ){0,8}(?:host|dbname)=/i,
  /\bjdbc:[\w:]+[^\s"']*[?;&](?:password|pwd)=[^\s"'&;]/i,
  /[?&](?:sig|X-Amz-Signature|access_token|api_?key|auth_token)=[\w%+/-]{16,}/i,
];

/** What stands for a name of a secret. */
const GIVEN =
  /(?:api[_-]?key|access[_-]?key|private[_-]?key|client[_-]?secret|secret|token|passw(?:or)?d|passphrase|pwd|\bauth|[_-]pat)["']?\s*(?:[:=]|=>)\s*["']?([\w+/=-]{12,200})/gi;

/** A key with whatever beginning its service gives it: `nvapi-…`, `lin_oauth_…`; not a sum, `sha512-…`. */
const BEGUN =
  /(?<![\w/+.-])(?!sha\d|md5)[A-Za-z][A-Za-z\d]{0,11}(?:[_-][A-Za-z\d]{1,12}){0,2}[_-]((?=[A-Za-z]*\d)[A-Za-z\d]{24,200})(?![A-Za-z\d])/g;

/** What a program is given to log in with. */
const LOGINS: readonly RegExp[] = [
  /\s--(?:password|passphrase)(?:=["']?|\s+["']?(?=[^\s"']*\d))[^\s"'$<{%-]/,
  /\b(?:PGPASSWORD|MYSQL_PWD|SSHPASS|RESTIC_PASSWORD|BORG_PASSPHRASE)=["']?[^\s"'$<{]/,
  /\b(?:(?:docker|podman|helm|az)\b[^\n|;]{0,200}?\slogin|mongo(?:sh|dump|restore)?)\b[^\n|;]{0,200}?\s-p\s+["']?[^\s"'$<{-]/,
  /\b(?:redis-cli\b[^\n|;]{0,200}?\s-a|sqlcmd\b[^\n|;]{0,200}?\s-P|ldap\w+\b[^\n|;]{0,200}?\s-w|(?:un)?zip\b[^\n|;]{0,200}?\s-P)\s+["']?[^\s"'$<{-]/,
  /\bcurl\b[^\n|;]{0,300}?\s(?:-u|-U|--user|--proxy-user)[ \t=]{0,3}["']?[^\s:"'$<{]{1,100}:[^\s"'$<{]/,
  /\bmachine\s+\S{1,100}\s+login\s+\S{1,100}\s+password\s+\S/,
  /\bsshpass\s+-p\s?["']?[^\s"'$<{-]/,
  /\bmysql(?:dump|admin)?\b[^\n|;]{0,200}?\s-p["']?[^\s"'$<{-]/,
];

const ALL = [...HEADERS, ...TOKENS, ...CONNECTIONS, ...LOGINS];

/**
 * Whether there is a key, a token or a connection string in `text`: who keeps one secret in a file
 * may keep others there that nobody can tell from names.
 */
export function holdsSecret(text: string): boolean {
  if (ALL.some((pattern) => pattern.test(text))) return true;
  return [...text.matchAll(GIVEN), ...text.matchAll(BEGUN)].some(([, value = '']) =>
    looksRandom(value),
  );
}
