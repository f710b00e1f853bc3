/** Kept copies of a file are as private as the file. */
const COPY =
  /(?:~|\.(?:bak|backup|old|orig|save|copy|tmp|swp|disabled|sample|example|template|dist|\d+))+$/;

/** Endings of files with keys, certificates, safes of passwords, connections, states and histories. */
const ENDINGS =
  'pem key keys pub p7b p7c p7m p8 p12 pfx pkcs12 pkcs8 jks jceks bks bcfks keystore truststore keytab keyfile kdb ' +
  'kdbx asc gpg pgp sig ppk crt cer cert der csr crl keychain keychain-db agilekeychain opvault 1pif psafe3 ' +
  'wallet enc age tfvars tfstate tfplan ovpn tblk pcf mobileconfig mobileprovision provisionprofile ' +
  'publishsettings rdp rdg remmina env secret secrets token tokens cred creds credential credentials ' +
  'password passwords passwd pwd htpasswd htdigest kubeconfig vault vaultpass dockercfg pgpass netrc sops ' +
  'cookie cookies nmconnection 1pux har pcap pcapng vars pubxml dump dmp hprof';

/** Names of files that hold secrets by custom, with or without a dot or an underscore before. */
const NAMES =
  'netrc npmrc yarnrc yarnrc.yml pnpmrc bunfig.toml pypirc pip.conf pip.ini condarc gemrc nuget.config nugetconfig auth.json ' +
  'settings.xml settings-security.xml gradle.properties sentryclirc dockercfg dockerconfigjson kubeconfig ' +
  'kube.config kube-config admin.conf kubelet.conf git-credentials gitcookies gitconfig.local htpasswd htdigest ' +
  'htaccess pgpass pgpass.conf pg_service.conf pg_hba.conf my.cnf my.ini mylogin.cnf mysql.cnf client.cnf ' +
  'debian.cnf redis.conf users.acl mongorc.js tnsnames.ora sqlnet.ora wallet.dat shadow shadow- gshadow ' +
  'passwd passwd- master.passwd sudoers opasswd smbpasswd smbcredentials sssd.conf krb5.conf ldap.conf ' +
  'ldap.secret known_hosts authorized_keys authorized_keys2 identity ssh_config sshd_config secring pubring ' +
  'trustdb vault-token vault-password vault_pass vault_password vaultpass vault.yml vault.yaml vault.json ' +
  'vault.hcl terraformrc terraform.rc credentials.tfrc.json databrickscfg snowsql snowflake.cfg profiles.yml ' +
  'kaggle.json s3cfg boto passwd-s3fs rclone.conf ngrok.yml ngrok2.yml wakatime.cfg oci_config ' +
  'azureprofile.json accesstokens.json msal_token_cache.json msal_token_cache.bin service_principal_entries.json ' +
  'application_default_credentials.json google-services.json googleservice-info.plist hosts.yml hub gh_token ' +
  'local.settings.json web.config machine.config connectionstrings.config connectionstrings.json usersecrets.json ' +
  'master.key database.yml database.yaml storage.yml parameters.yml parameters.yaml wp-config.php ' +
  'config.inc.php configuration.php localsettings.php settings.local.php local_settings.py settings_local.py ' +
  'local_settings.php env.php flaskenv envrc env env.js env.json env.yml env.yaml dev.vars renviron rprofile ' +
  'curlrc wgetrc muttrc msmtprc fetchmailrc getmailrc esmtprc mbsyncrc offlineimaprc authinfo mailrc pinerc ' +
  'sasl_passwd sasldb2 exim.conf dovecot-users chap-secrets pap-secrets wpa_supplicant.conf ipsec.secrets ' +
  'ipsec.conf swanctl.conf openvpn.conf vpn.conf auth.txt auth.conf login.conf up.txt filezilla.xml ' +
  'sitemanager.xml recentservers.xml ws_ftp.ini winscp.ini sftp.json sftp-config.json ftpconfig ftpsimple ' +
  'ftp-kr.json remote-sync.json deployment-config.json datasources.xml datasources.local.xml webservers.xml ' +
  'data-sources.json data-sources.xml credentials-config.json workspace.xml robomongo.json robo3t.json ' +
  'logins.json key3.db key4.db cookies.sqlite signons.sqlite token.json tokens.json token token.txt tokens.txt ' +
  'apikey apikeys apikey.txt api_key api_key.txt api-keys.json keys.json keys.yml keys.yaml keys.txt keys.env ' +
  'keys.properties keystore.properties key.properties signing.properties keyring keyrings.json ' +
  'viminfo lesshst recently-used.xbel dbshell consolehost_history.txt ' +
  'gitconfig local.properties hostapd.conf smb.conf freetds.conf odbc.ini odbcinst.ini grafana.ini sec.conf ' +
  'unattend.xml autounattend.xml groups.xml sysprep.inf teamcity.properties bamboo.cfg.xml metamask.json ' +
  'initialadminpassword cookies.txt seed.txt mnemonic.txt age-key.txt inventory.ini hosts.ini ' +
  'mcp.json mcp_config.json mcp_settings.json claude.json claude_desktop_config.json oauth_creds.json ' +
  'settings.local.json app.config otp.json otp.txt totp.json totp.txt p4tickets ' +
  'acme.json auth.toml config.local.php config.local.json key.json keyfile.json kube-config.yml parameters.local.yml ' +
  'talosconfig k3s.yaml continuerc.json aider.conf.yml librechat.yaml matchfile age.txt rootkey.csv team-provider-info.json tokens.yml tokens.yaml wallet.json 2fa.txt jwt.txt';

const EXACT = new Set(NAMES.split(' '));
const ENDING = new RegExp(String.raw`\.(?:${ENDINGS.replaceAll(' ', '|')})$`);

const PATTERNS: readonly RegExp[] = [
  // `.env`, `.env.local`, `prod.env.json`
  /^env\.(?!(?:[cm]?[jt]sx?|py|rb|go|rs|java|kt|d\.ts)$)|\.env(?:\.|$)|^\.env/,
  /\.(?:tfvars|tfstate|tfplan|sops|vault|secrets?)\./,
  /(?:^|[._-])id_(?:rsa|dsa|ecdsa|ed25519|xmss)|_(?:rsa|dsa|ecdsa|ed25519)$|^ssh_host_/,
  /history$|_history\.(?:txt|sqlite3?|db)$|^\.?\w+hist$/,
  /(?:credential|secret|password|passwd|passphrase|kubeconfig|(?:api|access|private|deploy|signing|license|ssh)[_-]?keys?|(?:access|auth|api|refresh)[_-]?tokens?).*\.(?:json[5cl]?|ya?ml|toml|ini|txt|xml|conf|cfg|config|properties|csv|tsv|psv|sql|plist|env|hcl|tf|lst|list|log|rtf|docx?|xlsx?|ods|pdf|db|sqlite3?)$/,
  /(?:deploy|private|signing|ssh)[_-]?key$/,
  /^[._]?(?:credentials?|secrets?|passwords?|passwd|passphrases?)(?:[._-](?:local|dev|development|prod|production|staging|test|enc|yml))*(?:\.(?!md$)\w+)?$/,
  /(?:^|[_.-])vault(?:[_.-]?(?:pass(?:word)?|token|secrets?|vars?|prod|dev))?\.(?:ya?ml|json|txt|hcl)$/,
  /^(?:service[_-]?account|gcp|gcloud|firebase(?:-adminsdk)?|client[_-]?secrets?|oauth2?)\b.*\.json$|-firebase-adminsdk-.*\.json$/,
  /(?:service|storage)[_-]?account[_-]?keys?\b|(?:bitwarden|lastpass|keepass|1password|dashlane)[\w-]*\.(?:csv|json|xml|txt)$/,
  /(?:recovery|backup|scratch|seed)[_-](?:codes?|phrases?|words?|keys?)\.\w+$|^pulumi\.[\w-]+\.ya?ml$/,
  /^appsettings(?:\.[\w-]+)?\.json$/,
  /^(?:wg\d+|wg-[\w-]+|wireguard[\w-]*)\.conf$|(?:vpn|ipsec)[\w-]*\.conf$/,
  /[_.-]secrets?\.(?:py|php|rb|exs?)$/,
  /[_.-](?:service|storage)[_.-]account\.json$/,
  /^utc--/,
  // What a database, a browser or a client of web services has kept.
  /(?:^|[_.-])(?:dump|backup|bak|snapshot)s?(?:[_.-][\w.-]*)?\.sql$/,
  /(?:^|[_.-])(?:(?:storage|auth)[_-]?state|cookies?|sessions?)\.(?:json|db|sqlite3?)$/,
  /postman_environment\.json$|^(?:insomnia|thunder)[\w-]*\.json$|[_-]auth\.json$/,
  /[_.-]keys?\.(?:json|ya?ml|toml|txt)$|kubeconfig$/,
  /(?:mnemonic|seed[_-]?phrase|passkeys?|keyfile|bitlocker[\w-]*)\.(?:json|txt|csv|ya?ml)$/,
  // Settings of what runs elsewhere, with its variables.
  /^(?:wrangler|fly)(?:\.[\w-]+)?\.(?:toml|jsonc?)$|vars\.hcl$|^(?:consul|nomad|vault|boundary)[\w-]*\.hcl$/,
  /^(?:cloud-(?:init|config)|user-?data)(?:\.\w+)?$|^cloud\.cfg$/,
];

/** Folders whose files are all private. */
const FOLDERS =
  '.ssh .aws .gnupg .kube .docker .azure .gcloud gcloud .oci .aliyun .bluemix .ibmcloud .databricks .snowflake ' +
  '.snowsql .dbt .kaggle .huggingface .chef .puppet .vault .vault.d .password-store .putty .terraform.d .pulumi ' +
  '.openvpn openvpn wireguard .wireguard letsencrypt .letsencrypt .credentials credentials .secret secret ' +
  '.secrets secrets .private .passwords .pki pki .mozilla .thunderbird .electrum .bitcoin .ethereum ' +
  '.codex .talos .railway .continue github-copilot .irssi .weechat keyrings .keyrings .cert .certs .gem .doctl .netlify .ngrok2 .rclone rclone .op .auth';

const FOLDER = new RegExp(
  String.raw`(?:^|[\\/])(?:(?:${FOLDERS.replaceAll('.', String.raw`\.`).replaceAll(' ', '|')})|\.config[\\/](?:gh|hub|op|doctl|ngrok|configstore|git|containers|pulumi|helm|heroku)|\.subversion[\\/]auth|ssl[\\/]private)[\\/]`,
  'i',
);

/**
 * Whether the file at `path` (separated by `/` or `\`) holds secrets by custom: keys and certificates,
 * settings with passwords, states of tools, histories of what was typed, or a kept copy of one.
 */
export function isPrivateFile(path: string): boolean {
  const last = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  const name = last.toLowerCase();
  return FOLDER.test(path) || isPrivateName(name) || isPrivateName(name.replace(COPY, ''));
}

function isPrivateName(name: string): boolean {
  if (EXACT.has(name) || EXACT.has(name.replace(/^[._]/, '')) || ENDING.test(name)) return true;
  return PATTERNS.some((pattern) => pattern.test(name));
}
