import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isPrivateFile } from '../../../../src/text/vocabulary/private-files';

test('files that hold secrets by custom are private, in whatever folder and case', () => {
  const files = [
    ...['.gitconfig', 'serviceAccountKey.json', 'local.properties', 'hostapd.conf', 'cookies.txt'],
    ...'talosconfig .talos/config .railway/config.json .config/github-copilot/hosts.json .continue/config.json'.split(
      ' ',
    ),
    ...'.aider.conf.yml librechat.yaml k3s.yaml Matchfile age.txt wifi.nmconnection export.1pux'.split(
      ' ',
    ),
    ...['hosts.ini', 'Pulumi.prod.yaml', '.weechat/sec.conf', '.odbc.ini'],
    ...[
      'autounattend.xml',
      'bitwarden_export_2026.json',
      '1password.csv',
      'github-recovery-codes.txt',
    ],
    ...'settings_secret.py prod.secret.exs play-service-account.json .prod.vars site.pubxml acme.json'.split(
      ' ',
    ),
    ...'auth.toml config.local.php key.json kube-config.yml rootkey.csv tokens.yaml wallet.json'.split(
      ' ',
    ),
    ...['seed_phrase.md', 'mnemonic.txt', 'bamboo.cfg.xml', 'storage-account-key.yaml'],
    '.env',
    '/app/.env.local',
    'C:\\app\\production.ENV',
    'server.pem',
    'id_rsa.pub',
    '/home/me/.ssh/config',
    '/home/me/.aws/config',
    'secrets/db.ts',
    '.npmrc',
    'client_secret.json',
    'credentials',
    'terraform.tfstate.backup',
    ...'.my.cnf _netrc .netrc kubeconfig prod.kubeconfig vault.yml group_vars/all/vault.yaml .vault-token'.split(
      ' ',
    ),
    ...'terraform.tfvars.json prod.auto.tfvars office.ovpn wg0.conf settings.xml .m2/settings-security.xml'.split(
      ' ',
    ),
    ...'.bash_history .zsh_history .python_history .psql_history ConsoleHost_history.txt AuthKey_X.p8'.split(
      ' ',
    ),
    ...'server.key cert.p12 cert.pfx app.jks debug.keystore upload.keystore id_ed25519 deploy_rsa'.split(
      ' ',
    ),
    ...'.pypirc .pgpass .htpasswd .git-credentials .dockercfg .docker/config.json .kube/config'.split(
      ' ',
    ),
    ...'gcloud/application_default_credentials.json service-account.json my-firebase-adminsdk-x1.json'.split(
      ' ',
    ),
    ...'.s3cfg .boto rclone.conf .databrickscfg kaggle.json .terraformrc .snowsql/config .dev.vars'.split(
      ' ',
    ),
    ...'secrets.yaml secrets.prod.yml app.secret db.secrets master.key credentials.yml.enc database.yml'.split(
      ' ',
    ),
    ...'local.settings.json appsettings.Development.json web.config wp-config.php local_settings.py'.split(
      ' ',
    ),
    ...'auth.json pip.conf nuget.config gradle.properties .envrc prod.env.json .env.example env.json'.split(
      ' ',
    ),
    ...'.cursor/mcp.json .mcp.json claude_desktop_config.json .claude.json .gemini/oauth_creds.json'.split(
      ' ',
    ),
    ...'totp.json otp.txt app.config .codex/config.toml .claude/settings.local.json .p4tickets'.split(
      ' ',
    ),
    ...'filezilla.xml sftp-config.json logins.json vault.kdbx backup.gpg key.asc private.ppk krb5.keytab'.split(
      ' ',
    ),
    ...'shadow /etc/passwd wpa_supplicant.conf chap-secrets ipsec.secrets api_keys.json access-token.txt'.split(
      ' ',
    ),
    ...'passwords.csv passwort-liste.kdbx.bak id_rsa~ .env.old .netrc.bak client_secret_123.json'.split(
      ' ',
    ),
    ...'dump.sql prod-dump.sql db_backup.sql backup-2026-11-01.sql users.bak.sql latest.dump heap.hprof'.split(
      ' ',
    ),
    ...'storageState.json auth-state.json cookies.json sessions.db playwright/.auth/user.json'.split(
      ' ',
    ),
    ...'prod.postman_environment.json insomnia.json registry-auth.json sa-key.json gcs_key.json'.split(
      ' ',
    ),
    ...'bootstrap-kubeconfig mnemonic.json seedphrase.txt bitlocker-recovery.txt passkeys.json'.split(
      ' ',
    ),
    ...'wrangler.toml wrangler.jsonc fly.production.toml prod.pkrvars.hcl consul.hcl cloud-init.yaml user-data'.split(
      ' ',
    ),
  ];
  assert.deepEqual(
    files.filter((file) => !isPrivateFile(file)),
    [],
  );
});

test('files that are about secrets, or only sound like it, are not private', () => {
  const files = [
    'environment.ts',
    'env.ts',
    'password-field.tsx',
    'credential-store.ts',
    'keys.ts',
    'package.json',
    '/secretsanta/list.ts',
    'docs/passwords.md',
    ...'tokens.ts token.go keystore.ts secret-store.ts history.ts vault-client.ts settings.json'.split(
      ' ',
    ),
    ...'src/auth/login.ts docker-compose.yml kubernetes.yaml config.ts credential-form.vue'.split(
      ' ',
    ),
    ...'schema.sql 001_create_backups_table.ts session.ts cookies.ts main.hcl user-data.service.ts'.split(
      ' ',
    ),
    ...'config.yaml values.yaml main.tf tsconfig.json apikeys.ts design-tokens.json'.split(' '),
  ];
  assert.deepEqual(files.filter(isPrivateFile), []);
});
