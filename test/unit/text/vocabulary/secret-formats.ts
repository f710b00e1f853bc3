import type { SecretFile } from './secret-set';

/** What people choose, note and are called: nothing that looks like a key. */
export const WORDS_OF_PEOPLE: readonly string[] = [
  'hunter2Forever',
  'Passw0rtGeheim',
  'LetMeInPlease',
  'monkeyBanana42',
  'Qwertzuiop99',
  'DragonSlayer_1987',
  'my_secret_pw',
  'TrustNo1Ever',
  'Frau_Doktor_Lehmann',
  'PatientMaxKrause',
  'HIVpositiv',
  'KontoDE12',
  'BobDylan1941',
  'ficus.lamp.river',
  'tulpe-morgen-zug',
  'sesam_oeffne_dich',
  'VaterUnser1',
  'ILoveMarta',
  'PizzaMarguerita',
  'adminadmin123',
  'rootpw',
  'changeme',
  's3cr3t',
  'S3cr3tSauce',
  'Zahnfee',
  'KatzeMinka',
  'Bruecke7Sonne',
  'Gehalt85000',
  'AbfindungMeier',
  'FusionMitSiemens',
  'krebsDiagnose',
  'DrHouse',
  'JaneDoe',
  'PeterPan',
  'MutterTheresa',
  'azureAdminPw',
  'prodDbPass2024',
  'RedisPwLive',
  'GrafanaAdmin1',
  'kafkaSaslPw',
  'wlanGastZugang',
  'FritzBoxHeimnetz',
  'pinVier711',
  'PUK12345678',
  'codeWordBlue',
  'EinhornRosa',
  'schluesselKasten',
  'geheimerPlanB',
  'LaunchDateJuni',
  'MergerCodename',
];

/** More formats, and what else they have text in. */
export const FORMATS: readonly SecretFile[] = [
  [
    'nginx.conf',
    'properties',
    (s) =>
      `user www;\nhttp {\n  # ${s}\n  server {\n    set $token ${s};\n    auth_basic "${s}";\n    proxy_set_header Authorization "Basic ${s}";\n    if ($http_x = ${s}) { return 403; }\n    map $a $b { default ${s}; ${s} 1; }\n  }\n}\n`,
  ],
  [
    'httpd.conf',
    'properties',
    (s) =>
      `ServerName ${s}\n<Directory "/x">\n  AuthName "${s}"\n  Require user ${s}\n  SetEnv DB_PASS ${s}\n  SetEnv X=${s}\n</Directory>\n`,
  ],
  [
    'ssh_config',
    'properties',
    (s) => `Host prod\n  HostName ${s}\n  User ${s}\n  # ${s}\n  IdentityFile ~/.ssh/${s}\n`,
  ],
  [
    'unit.service',
    'ini',
    (s) =>
      `[Service]\nEnvironment=PASS=${s}\nEnvironment="A=${s}"\nExecStart=/bin/x --pw ${s} \\\n  --user ${s}\n`,
  ],
  [
    'inventory.ini',
    'ini',
    (s) =>
      `[web]\nhost1 ansible_user=${s} ansible_password=${s}\n[web:vars]\nansible_password=${s}\n`,
  ],
  [
    'playbook.yml',
    'yaml',
    (s) =>
      `- hosts: all\n  vars:\n    db_password: ${s}\n  tasks:\n    - name: Add ${s}\n      mysql_user: name=bob password=${s}\n    - shell: |\n        echo ${s}\n        mysql -p${s}\n      args: { creates: ${s} }\n    - user:\n        name: ${s}\n        groups: [${s}, "${s}"]\n`,
  ],
  [
    'values.yaml',
    'helm',
    (s) =>
      `# ${s}\nauth:\n  # -- ${s}: password\n  password: &pw ${s}\n  again: *pw\n  list:\n  - ${s}\n  -   ${s}\n  - name: ${s}\n    value: "${s}"\n`,
  ],
  [
    'deployment.yaml',
    'helm',
    (s) =>
      `{{- /* ${s} */ -}}\n{{- if eq .Values.x "${s}" }}\nenv:\n  - name: PASS\n    value: {{ .Values.pw | default "${s}" | quote }}\n{{- end }}\nstringData:\n  pw: ${s}\n  config.json: |-\n    {"${s}": "${s}"}\n    ${s}: x\n`,
  ],
  [
    'compose',
    'dockercompose',
    (s) =>
      `services:\n  db:\n    environment:\n      - POSTGRES_PASSWORD=${s}\n      POSTGRES_USER: ${s}\n    labels:\n      - "traefik.x=${s}"\n    command: >\n      x --requirepass ${s}\n      y: ${s}\n`,
  ],
  [
    'ci.yml',
    'github-actions-workflow',
    (s) =>
      `on: push\njobs:\n  a:\n    env: { TOKEN: ${s} }\n    steps:\n      - run: |\n          export X=${s}\n          cat > a.yml <<EOF\n          ${s}: ${s}\n          EOF\n      - run: curl -u a:${s} x\n      - name: "${s}"\n        with:\n          password: '${s}'\n`,
  ],
  [
    'terraform.tf',
    'terraform',
    (s) =>
      `variable "x" {\n  default = "${s}"\n}\nlocals {\n  a = [ "${s}",\n    "${s}" ]\n  b = { "${s}" = 1 }\n  c = <<-EOT\n    ${s}\n    ${s} = ${s}\n  EOT\n  d = jsonencode({ x = "${s}" })\n}\n`,
  ],
  ['x.tfvars', 'terraform-vars', (s) => `pw = "${s}" # ${s}\nlist = ["${s}"]\n`],
  [
    'a.jsonc',
    'jsonc',
    (s) =>
      `{ // ${s}\n "a": [1, "${s}", { "b": "${s}" }], /* ${s}: { ${s}: 1 } */ "c": "it's \\"${s}\\": x" }`,
  ],
  [
    'a.json5',
    'json5',
    (s) => `{a: '${s}', b: "${s}", c: ['x', '${s}'], d: 'multi \\\n ${s}: x', // ${s}: 1\n}`,
  ],
  ['a.jsonl', 'jsonl', (s) => `{"a":"${s}"}\n{"a":"x","b":["${s}"]}\n`],
  [
    'a.html',
    'html',
    (s) =>
      `<html><head><title>${s}</title><meta name="author" content="${s}"></head><body onload="x('${s}')"><a href="mailto:${s}@x">${s}</a><option value=${s}>${s}</option><pre>\n${s} = ${s}\n</pre><script>\n// ${s}\nfetch("/x", {headers: {a: "${s}"}});\nconst t = \`${s} \${a} ${s}\`;\n</script><script type="text/plain">${s} {{ a }}</script><noscript>${s}</noscript><!--[if IE]> ${s} <![endif]-->\n<style>.a::after{content:"${s}"}</style></body></html>`,
  ],
  [
    'a.vue',
    'vue',
    (s) =>
      `<script setup lang="ts">\nconst a: string = '${s}' // ${s}\n</script>\n<template>\n  <p v-if="a === '${s}'">Hallo ${s}, it's {{ a + '${s}' }}</p>\n</template>\n<style scoped>/* ${s} */</style>`,
  ],
  [
    'a.tsx',
    'typescriptreact',
    (s) =>
      `import x from './x';\n/** ${s} */\nexport default function P({ a }: Props) {\n  if (a < 3 && b > 4) return null;\n  const g = useState<string | null>('${s}');\n  return (\n    <Layout title={\`${s}\`} note='${s}'>\n      {/* ${s} */}\n      {a ? <p>Geht es ${s} gut?</p> : (\n        <b>Don't ask ${s}</b>\n      )}\n      {list.map((x) => <li key={x}>{x}: ${s}'s</li>)}\n      <>${s}</>\n      ${s}\n    </Layout>\n  );\n}\n`,
  ],
  [
    'b.jsx',
    'javascriptreact',
    (s) =>
      `const a = () => <div>\n  ${s} / ${s}\n  <img alt="${s}" />\n  it's ${s}\n</div>;\nconst b = cond && <i>${s}</i>, c = [<u>${s}</u>, <u>${s}</u>];\nfoo(<p>${s}</p>, x < y, z > w);\n`,
  ],
  ['a.csv', 'csv', (s) => `id;name\n1;${s}\n`],
  [
    'a.sql',
    'sql',
    (s) =>
      `-- ${s}\nCREATE USER x WITH PASSWORD '${s}';\nINSERT INTO p (a,b) VALUES ('${s}','O''Brien ${s}'),("${s}",'x\\'y ${s}');\nUPDATE p SET a='${s}' WHERE b=E'${s}\\n';\nGRANT ALL TO '${s}'@'%';\nSELECT * FROM p WHERE n LIKE '%${s}%';\nALTER ROLE r PASSWORD '${s}';\nCOMMENT ON TABLE p IS '${s}';\n`,
  ],
  [
    'dump.sql',
    'mysql',
    (s) =>
      `INSERT INTO \`p\` VALUES (1,'it\\'s ${s} join ${s} on x.a=1'),(2,'create table ${s} (a int)');\n# ${s}\n`,
  ],
  [
    'a.md',
    'markdown',
    (s) =>
      `# ${s}\n\n> ${s}\n\n1. \`${s}\`\n\n    code ${s}\n\n~~~sh\nexport A=${s}\n# \`${s}\`\n~~~\n\n| a | ${s} |\n\n[x]: ${s}\n<!-- # \`${s}\` -->\n<div>${s}</div>\n`,
  ],
  ['a.txt', 'plaintext', (s) => `${s}: x\n# \`${s}\`\n`],
  ['a.rst', 'restructuredtext', (s) => `.. ${s}\n\n\`\`${s}\`\`\n\n::\n\n  ${s}\n`],
  [
    'a.sh',
    'shellscript',
    (s) =>
      `set -e\nread -rs PW <<< "${s}"\nexpect -c 'send "${s}\\r"'\nPGPASSWORD=${s} psql -U ${s}\nexport A="\${B:-${s}}" C=${s}\ncase "$1" in ${s}) echo ${s};; esac\nif [ "$x" = ${s} ]; then echo "${s}"; fi\nx=$(echo ${s} | sha1sum)\nprintf '%s' ${s} > pw\ngpg --passphrase ${s} -d x\nopenssl enc -k ${s}\narr=(${s} "${s}")\nfoo() { local a=${s}; }\n# curl -u ${s}\n: "${s}"\n`,
  ],
  [
    'a.fish',
    'fish',
    (s) =>
      `# ${s}\nset -x PASS ${s}\nset PASS '${s}'\nfunction f --description "${s}"\n  echo ${s}\nend\n`,
  ],
  [
    'a.ps1',
    'powershell',
    (s) =>
      `$cred = New-Object PSCredential('a', (ConvertTo-SecureString '${s}' -AsPlainText -Force))\n$h = @{ Password = "${s}"; User = '${s}' }\n[Environment]::SetEnvironmentVariable("X", "${s}")\nInvoke-It -P ${s} # ${s}\n`,
  ],
  [
    'a.bat',
    'bat',
    (s) =>
      `set X=${s}\nif "%1"=="${s}" goto x\n:x\necho ${s}|more\nsetx A ${s}\nplink -pw ${s} x\n`,
  ],
  [
    'Makefile',
    'makefile',
    (s) =>
      `PW ?= ${s}\nexport A = ${s}\ndeploy: build\n\t@echo ${s} | docker login\n\tA=${s} ./x --k ${s}\nifeq ($(X),${s})\nendif\ninclude x\n$(info ${s})\n`,
  ],
  [
    'build.gradle',
    'groovy',
    (s) =>
      `android { signingConfigs { release { storePassword '${s}'\n keyPassword "${s}" } } }\n// ${s}\ndef x = """${s}\n\${y} ${s}"""\nrepositories { maven { credentials { username = '${s}' } } }\n`,
  ],
  ['build.gradle.kts', 'kotlin', (s) => `val pw = "${s}" // ${s}\nval x = """\n ${s}\n"""\n`],
  [
    'Dockerfile',
    'dockerfile',
    (s) =>
      `FROM x:${s}\nENV A ${s}\nENV B="${s}" C=${s}\nRUN echo "${s}" && \\\n    export ARG=${s} && \\\n    ARG ${s}\nRUN --mount=type=secret,id=${s} x\nHEALTHCHECK CMD curl -u a:${s} x\nMAINTAINER ${s}\nARG X=${s}\n`,
  ],
  [
    'a.env',
    'dotenv',
    (s) => `A=${s}\nB="${s}"\nC='${s} x'\nexport D=${s} # ${s}\nE="multi\n${s}=y\n"\n`,
  ],
  ['a.properties', 'properties', (s) => `a.b=${s}\nc : ${s}\nd ${s}\ne=x\\\n   ${s}=y\n#${s}=z\n`],
  [
    'a.toml',
    'toml',
    (s) =>
      `[a]\nb = "${s}" # ${s}\nc = [\n  "${s}", # ${s} = 1\n  '${s}',\n]\nd = { e = "${s}" }\nf = '''\n${s} = 1\n'''\n`,
  ],
  [
    'a.xml',
    'xml',
    (s) =>
      `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e "${s}">]><x xmlns:a="${s}"><!-- ${s} --><a:b c="${s}" d='${s}'>${s}<e/>${s} = ${s}</a:b><![CDATA[ ${s} <z ${s}> ]]></x>`,
  ],
  [
    'a.py',
    'python',
    (s) =>
      `"""${s}"""\nPW = '${s}'\nx = f"{a!r} ${s} {b:>10} ${s}"\ny = ('${s}'\n     "${s}")\nz = b"${s}", rb'${s}', u"${s}"\n# ${s}\ndef f(a='${s}'):\n    r'''${s}'''\n    return {"${s}": 1}\nd = """${s} "q" ${s}"""\n`,
  ],
  [
    'a.js',
    'javascript',
    (s) =>
      `// ${s}\nconst a = '${s}', b = "${s}", c = \`${s}\${d}${s}\`, e = /${s}/g, f = /['"]${s}/;\nlet q = x / y / z; const g = "it's ${s}";\n/* ${s} */ h('${s}') // ${s}\ntag\`${s}\`;\n`,
  ],
  [
    'a.go',
    'go',
    (s) =>
      'package x\n// ' +
      s +
      '\nconst a = "' +
      s +
      '"\nvar b = `' +
      s +
      '\n"' +
      s +
      "`\nvar c = 'x'\ntype T struct { A string `json:\"" +
      s +
      '"` }\n/* ' +
      s +
      ' */\n',
  ],
  [
    'a.rs',
    'rust',
    (s) =>
      `//! ${s}\nconst A: &str = "${s}";\nlet b = r##"${s}"# ${s}"##; let c = b"${s}"; let l: &'static str = "${s}\\\n  ${s}";\n#[doc = "${s}"]\nprintln!("{} ${s}", a);\n`,
  ],
  [
    'a.java',
    'java',
    (s) =>
      `/** ${s} */\nclass A { String a = "${s}"; char c = '"'; String b = """\n  ${s} "x"\n  """; @Value("${s}") int x; // ${s}\n}\n`,
  ],
  [
    'a.cs',
    'csharp',
    (s) =>
      `/// <summary>${s}</summary>\nvar a = "${s}"; var b = @"c:\\${s}""${s}"; var c = $"{x:N2} ${s}"; var d = $@"${s} {y} ${s}"; char e = '"'; var f = """${s} " ${s}""";\n#pragma warning disable ${s}\n`,
  ],
  [
    'a.rb',
    'ruby',
    (s) =>
      `# ${s}\nPW = '${s}'\nx = "#{a} ${s}"\ny = :'${s}'\nz = <<-'EOS'\n ${s}\nEOS\nw = %q(${s} (${s})), %Q[${s}], %i[${s}]\nr = /${s}/ =~ x\nv = { '${s}' => "${s}", a: '${s}' }\n`,
  ],
  [
    'a.php',
    'php',
    (s) =>
      `<h1>${s}</h1>\n<?php\n# ${s}\ndefine('PW', '${s}'); $a = "$b ${s}"; $c = <<<"X"\n${s} $d\nX;\n/* ${s} */ // ${s} ?>\n<p title="${s}"><?= $e ?>${s}</p>\n`,
  ],
  [
    'a.swift',
    'swift',
    (s) => `// ${s}\nlet a = "${s} \\(b) ${s}", c = """\n${s}\n""", d = #"${s} "x" ${s}"#\n`,
  ],
  ['a.kt', 'kotlin', (s) => `/* /* ${s} */ ${s} */ val a = "${s} \${b} ${s}"; val c = 'x'\n`],
  [
    'a.scala',
    'scala',
    (s) =>
      `val a = "${s}"; val b = s"\${x} ${s}"; val c = """${s}"""; // ${s}\n/* ${s} */ val d = 'x'\n`,
  ],
  [
    'a.lua',
    'lua',
    (s) => `-- ${s}\nlocal a = "${s}" .. '${s}' .. [==[${s}]]${s}]==]\n--[==[ ${s} ]] ${s} ]==]\n`,
  ],
  ['a.r', 'r', (s) => `# ${s}\na <- "${s}"; b <- 'it"s ${s}'\n`],
  [
    'a.ex',
    'elixir',
    (s) =>
      `# ${s}\n@doc """\n${s}\n"""\na = "#{b} ${s}"; c = ~s(${s} (${s})); d = '${s}'; e = ~S"""\n${s}\n"""\n`,
  ],
  ['a.hs', 'haskell', (s) => `-- | ${s}\n{-| ${s} -}\na = "${s}"; c = 'x'; d' = "${s}"\n`],
  ['a.erl', 'erlang', (s) => `% ${s}\nA = "${s}", B = <<"${s}">>, C = '${s}'.\n`],
  ['a.clj', 'clojure', (s) => `; ${s}\n(def a "${s}") #"${s}" \\" (x)\n`],
  [
    'a.dart',
    'dart',
    (s) => `/// ${s}\nvar a = '${s} \${b} ${s}', c = "it's ${s}", d = '''${s}''';\n`,
  ],
  [
    'a.c',
    'c',
    (s) =>
      `/* ${s} */\n#define PW "${s}"\nchar *a = "${s}" "x\\"${s}"; char b = '"'; // ${s}\n#error ${s}\n`,
  ],
  [
    'a.cpp',
    'cpp',
    (s) =>
      `auto a = R"(${s} "x" ${s})"; auto b = u8"${s}"; int c = 1'000; auto d = L'"';\n// ${s}\n`,
  ],
  ['a.sol', 'solidity', (s) => `/// ${s}\nstring a = "${s}"; string b = unicode'${s}';\n`],
  ['a.graphql', 'graphql', (s) => `# ${s}\n"""${s}"""\ntype A { b(c: String = "${s}"): D }\n`],
  ['a.proto', 'proto3', (s) => `// ${s}\noption x = "${s}"; /* ${s} */\n`],
  [
    'a.nix',
    'nix',
    (s) => `# ${s}\n{ a = "${s} \${b} ${s}"; c = ''\n ${s} \${d}\n''; /* ${s} */ }\n`,
  ],
  ['a.vim', 'viml', (s) => `" ${s}\nlet a = '${s}'\nlet b = "${s}"\nautocmd X * echo ${s}\n`],
  ['a.el', 'elisp', (s) => `;; ${s}\n(setq a "${s}" b ?\\")\n"${s}"\n`],
  ['a.jl', 'julia', (s) => `# ${s}\na = "${s} $(b) ${s}"; #= ${s} =# c = 'x'; d = a'\n`],
  ['a.m', 'matlab', (s) => `% ${s}\na = '${s}'; b = "${s}"; c = a';\n%{\n${s}\n%}\n`],
  ['a.m', 'objective-c', (s) => `// ${s}\nNSString *a = @"${s}";\n#pragma mark ${s}\n`],
  ['a.vb', 'vb', (s) => `' ${s}\nDim a = "${s} ""${s}"""\n`],
  ['a.pas', 'pascal', (s) => `{ ${s} } (* ${s} *) // ${s}\na := '${s}''${s}';\n`],
  ['a.tex', 'latex', (s) => `\\title{${s}} ${s} % ${s}\n`],
  ['a.log', 'log', (s) => `user=${s}\n`],
  ['a.http', 'http', (s) => `GET /x\nAuthorization: ${s}\n`],
  ['crontab', 'crontab', (s) => `PASS=${s}\n* * * * * x ${s}\n`],
  [
    'a.cmake',
    'cmake',
    (s) =>
      `set(A "${s}" CACHE STRING "${s}")\nset(B ${s})\n# ${s}\noption(C "${s}" ON)\nmessage(${s})\n`,
  ],
  [
    'a.css',
    'css',
    (s) => `/* ${s} */ a[title="${s}"] { content: '${s}'; background: url("${s}") }\n`,
  ],
  ['a.less', 'less', (s) => `// ${s}\n@a: "${s}"; @b: ~'${s}';\n`],
  [
    'a.hbs',
    'handlebars',
    (s) =>
      `{{!-- ${s} --}}<p title="{{x "${s}"}}">${s} {{#if a}}${s}{{else}}${s}{{/if}} {{b "${s}"}}</p>`,
  ],
  ['a.erb', 'erb', (s) => `<%# ${s} %><p><%= link "${s}", '${s}' %> ${s}</p><% # ${s} %>`],
  ['a.cshtml', 'razor', (s) => `@* ${s} *@<p>${s} @Model.Name it's ${s}</p>`],
  [
    'a.svelte',
    'svelte',
    (s) =>
      `<script>let a = '${s}'; // ${s}</script><p title="${s}">${s} {a + '${s}'}</p><!-- ${s} -->`,
  ],
  [
    'a.astro',
    'astro',
    (s) => `---\nconst a = '${s}'; // ${s}\n---\n<p title="${s}">${s} {a ? '${s}' : "${s}"}</p>`,
  ],
];
