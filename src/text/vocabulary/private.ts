import { isEnglishPair, pairsOf } from './english';

/** Names of files that hold secrets by custom, in lower case. */
const PRIVATE_FILES: readonly RegExp[] = [
  /^\.env|\.env$|\.env\./,
  /\.(pem|key|p12|pfx|pkcs12|jks|keystore|kdbx?|asc|gpg|pgp|ppk|crt|cer|der|tfvars)$/,
  /\.tfstate(\.|$)/,
  /^id_(rsa|dsa|ecdsa|ed25519)/,
  /^\.?(npmrc|yarnrc|yarnrc\.yml|netrc|pgpass|pypirc|htpasswd|git-credentials|dockercfg)$/,
  /(credential|secret|password|passwd).*\.(json|ya?ml|toml|ini|txt|xml|conf|cfg|properties|csv)$/,
  /^\.?(credentials?|secrets?|passwords?|known_hosts|authorized_keys)$/,
];

/** Folders whose files are all private. */
const PRIVATE_FOLDER = /(^|[\\/])(\.ssh|\.aws|\.gnupg|\.kube|\.docker|\.azure|\.?secrets?)[\\/]/i;

/** Whether the file at `path` (separated by `/` or `\`) is likely to hold secrets. */
export function isPrivateFile(path: string): boolean {
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  const lower = name.toLowerCase();
  return PRIVATE_FOLDER.test(path) || PRIVATE_FILES.some((pattern) => pattern.test(lower));
}

/** Nobody says a longer name, and longer ones are not used (`isName`). */
const MAX_NAME_LENGTH = 60;

/** From here on a name can be a key or a hash; shorter ones are too short to tell, or to matter. */
const MIN_TOKEN_LENGTH = 12;

/**
 * The share of neighbouring characters that do not follow each other in English, from which on a
 * name counts as random. Measured (packages.test.ts): names of three packages stay below, random
 * letters and digits come to about 0.6.
 */
const RANDOM_SHARE = 0.4;

/**
 * Whether `name` looks like a key, a token or a hash rather than a name that somebody made up to be
 * read: too long, hexadecimal, or of letters and digits that do not follow each other in words.
 */
export function looksRandom(name: string): boolean {
  if (name.length > MAX_NAME_LENGTH) return true;
  const pieces = name.split(/[^\p{L}\p{N}]+/u).filter((piece) => piece !== '');
  const text = pieces.join('');
  if (text.length < MIN_TOKEN_LENGTH || /[^\x20-\x7e]/.test(text)) return false;
  if (/^[\da-f]+$/i.test(text) && /\d/.test(text)) return true;
  const pairs = pieces.flatMap((piece) => pairsOf(piece.toLowerCase()));
  const odd = pairs.filter((pair) => !isEnglishPair(pair) && !/^\d\d$/.test(pair));
  return odd.length > RANDOM_SHARE * (text.length - 1);
}
