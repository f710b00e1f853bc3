/** Five secrets of each of twenty kinds; all made up. */
export const SECRETS: Readonly<Record<string, readonly string[]>> = {
  'passwords of words': [
    'SommerUrlaub2024',
    'CorrectHorseBattery',
    'MyDogRex2019',
    'winterIsComing',
    'Tr0ubadorAndThree',
  ],
  'passwords with signs': [
    'Blau!Wal_Tanzt7',
    'p@ssWortSicher',
    'Hund#Katze-Maus9',
    'super.Geheim$Nis',
    'ILike%BigTrees',
  ],
  'pass phrases': [
    'zebra-kuchen-lampe-tinte',
    'orbit.velvet.mango.castle',
    'rote_gruene_blaue_birnen',
    'kangaroo pencil harvest',
    'quietRiverStone',
  ],
  people: [
    'ErikaMustermann',
    'JohnQPublic',
    'MarieCurieSklodowska',
    'VanDerBergJan',
    'OMalleySean',
  ],
  patients: [
    'Schmidt_Hannelore',
    'NguyenThiLan',
    'Gonzalez-Ruiz',
    'DiagnoseDiabetes',
    'BefundPositiv',
  ],
  'AWS key ids': [
    'AKIAIOSFODNN7EXAMPLE',
    'AKIAQRSTUVWXYZ234567',
    'ASIABCDEFGHIJKLMNOPQ',
    'AKIADOLPHINTREE23456',
    'AKIAZZTOPBANDMUSIC22',
  ],
  'AWS secrets': [
    'wJalrXUtnFEMIbPxRfiCYEXAMPLEKEY',
    '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',
    'Kx82hAbQpLmNoRsTuVwXyZ0123456789abcdefgh',
    'aBcDeFgHiJkLmNoPqRsTuVwXyZaBcDeFgHiJkLmN',
    'qUickBr0wnF0xJumpsOverTheLazyD0gAgainNow',
  ],
  'GitHub tokens': [
    'ghp_16C7e42F292c6912E7710c838347Ae178B4a',
    'github_pat_11ABCDEFG0abcdefghijkl',
    'gho_abcdefghijklmnopqrstuvwxyzABCDEFGHIJ',
    'ghs_TulipMangoRiverStoneCastleOrbitVelve',
    'ghu_0123456789abcdefghijABCDEFGHIJ012345',
  ],
  'Slack and Stripe': [
    // In pieces, so that no scanner takes them for real ones.
    ['xoxb', '123456789012', 'abcdefGHIJKL'].join('-'),
    ['sk', 'live', '4eC39HqLyjWDarjtT1zdp7dc'].join('_'),
    ['rk', 'live', 'mangoCastleVelvetOrbit12'].join('_'),
    ['whsec', 'RiverStoneQuietKangaroo99'].join('_'),
    ['xapp', '1', 'A0123', 'mangoVelvet'].join('-'),
  ],
  'JSON web tokens': [
    'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.dozjgNryP4J3jVmN',
    'eyJ0eXAiOiJKV1QifQ.eyJuYW1lIjoiRXJpa2EifQ.abcDEFghiJKL',
    'eyJraWQiOiJhIn0.eyJpc3MiOiJ4In0.QmFuYW5hQnJlYWQ',
    'eyJhbGciOiJub25lIn0.eyJhIjoxfQ.mangoCastle',
    'eyJhIjoiYiJ9.eyJjIjoiZCJ9.velvetOrbitMango',
  ],
  'pieces of private keys': [
    'MIIEpAIBAAKCAQEAwVelvetOrbit',
    'b3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQ',
    'MHcCAQEEIBmangoRiverStoneQuietKangarooXYZ',
    'AoGBAPzcLxCastleTulipQuickBrownFoxJumps',
    'QmFuYW5hQnJlYWRSZWNpcGVGb3JTdW5kYXlz',
  ],
  hashes: [
    'da39a3ee5e6b4b0d3255bfef95601890afd80709',
    '5f4dcc3b5aa765d61d8327deb882cf99',
    'E3B0C44298FC1C149AFBF4C8996FB924',
    'deadbeefcafe0123456789abcdef0123',
    'c0ffee254729296a45a3885639ac7e10',
  ],
  UUIDs: [
    '123e4567-e89b-12d3-a456-426614174000',
    'f47ac10b-58cc-4372-a567-0e02b2c3d479',
    'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11',
    'decade00-face-4bad-babe-c0ffeec0ffee',
    '6ba7b810-9dad-11d1-80b4-00c04fd430c8',
  ],
  base64: [
    'U29tbWVyVXJsYXViMjAyNA==',
    'Q29ycmVjdEhvcnNlQmF0dGVyeQ==',
    'TXlEb2dSZXgyMDE5',
    'aGVsbG9Xb3JsZEhlbGxvV29ybGQ=',
    'bWFuZ29DYXN0bGVWZWx2ZXRPcmJpdA==',
  ],
  'random letters': [
    'qwmxzrtpkvbnshdl',
    'xkcdwqzvbnmjhgfr',
    'vbrtqpzxmnwklhgd',
    'zxqjkvbwpfmhygnc',
    'hgtrfvbdcxsqwzpl',
  ],
  'licence keys': [
    'XGQ7K-P3MZW-9TVRB-2HCNF-DLJ4Y',
    'ABCDE-FGHIJ-KLMNO-PQRST-UVWXY',
    'WIN98-MANGO-CASTL-ORBIT-VELVT',
    'Q1W2E3R4T5Z6U7I8O9P0',
    'LizenzSchluesselMango',
  ],
  'numbers of accounts': [
    'DE89370400440532013000',
    'GB29NWBK60161331926819',
    'FR1420041010050500013M02606',
    'SozNr65170839J003',
    'KtoInhaberMango',
  ],
  'addresses of mail': [
    'erika.mustermann@velvetmail.example',
    'JohnDoe42@orbit.example',
    'mango_castle@tulip.example',
    'ceoPrivat@quietriver.example',
    'x.kangaroo@stone.example',
  ],
  'names of users and hosts': [
    'adminMango',
    'dbCastle.internal.velvet',
    'svcOrbitBackup',
    'rootTulipServer',
    'JumphostKangaroo',
  ],
  'what was noted': [
    'TreffenMitAnwalt',
    'KuendigungMango',
    'GehaltsVerhandlung',
    'ProjektCodenameVelvet',
    'UebernahmeAngebot',
  ],
};

/** A file with `secret` wherever its format has text; with its name and VS Code's language. */
export type SecretFile = readonly [
  name: string,
  languageId: string,
  content: (secret: string) => string,
];

export const FILES: readonly SecretFile[] = [
  [
    'compose.yaml',
    'dockercompose',
    (s) =>
      `services:\n  db:\n    environment:\n      DB_PASS: ${s}\n      - X=${s}\n    command: ["--pw", ${s}, "${s}"]\n    # ${s}\n`,
  ],
  [
    'config.yml',
    'yaml',
    (s) =>
      `password: ${s}\nlist:\n  - ${s}\n  - ${s}: x y\n  - 'a ${s}'\nnote: |\n  ${s}\n  pw: ${s}\n  ${s}: ${s}\nfolded: >-\n  ${s}\n\n  ${s} ${s}\nlong: one\n  ${s}\nflow: {a: ${s}, b: [${s}]}\n--- # ${s}\n`.replace(
        `  - ${s}: x y\n`,
        '',
      ),
  ],
  [
    'app.properties',
    'properties',
    (s) =>
      `# ${s}\n! ${s}\ndb.password=${s}\ndb.user: ${s}\nlong.value=a \\\n  ${s} \\\n  ${s}=x\nplain ${s}\n`,
  ],
  [
    'app.ini',
    'ini',
    (s) =>
      `; ${s}\n[database]\npassword = ${s}\nother=${s} ; ${s}\nnotes = first\n  ${s}\n  ${s}\n${s}\n`,
  ],
  [
    'app.toml',
    'toml',
    (s) =>
      `# ${s}\n[database]\npassword = "${s}"\nraw = '${s}'\nnotes = """\n${s}\nx = ${s}\n"""\nlist = ["${s}",\n  "${s}"]\ninline = { pw = "${s}" }\n`,
  ],
  [
    'Dockerfile',
    'dockerfile',
    (s) =>
      `FROM node AS build\n# ${s}\nENV DB_PASS ${s}\nENV A=1 B=${s}\nARG TOKEN=${s}\nRUN curl -u admin:${s} https://x && echo ${s} | docker login --password ${s}\nLABEL owner=${s}\nCMD ["${s}", "x"]\nUSER ${s}\n`,
  ],
  [
    'run.sh',
    'shellscript',
    (s) =>
      `#!/bin/sh\n# ${s}\nexport DB_PASS=${s}\nPASS='${s}'\ncurl -u admin:${s} --token ${s} --pw=${s}\nmysql -p${s} ${s}\necho ${s} | sudo -S ls\ncat <<EOF\n${s}\npw=${s}\nEOF\nsshpass -p ${s} ssh ${s}@host\nlogin ${s} "${s}"\n`,
  ],
  [
    'run.ps1',
    'powershell',
    (s) =>
      `# ${s}\n$Pass = '${s}'\nConnect-It -Password ${s} -User "${s}"\n<# ${s} #>\n@"\n${s}\n"@\nnet use x: ${s} /user:${s}\n`,
  ],
  [
    'run.bat',
    'bat',
    (s) =>
      `@echo off\nrem ${s}\nset PASS=${s}\nset "OTHER=${s}"\nnet use z: ${s} /user:${s}\necho ${s}\n`,
  ],
  [
    'Makefile',
    'makefile',
    (s) =>
      `# ${s}\nTOKEN := ${s}\nall: build\n\tcurl -u admin:${s} x\n\tPW=${s} run ${s}\nLONG = a \\\n  ${s} \\\n  ${s}=x\n`,
  ],
  [
    'pom.xml',
    'xml',
    (s) =>
      `<?xml version="1.0"?>\n<!-- ${s} -->\n<server id="x" note='${s}'>\n<password>${s}</password>\n<text>Das ist ${s} und\n${s}</text>\n<![CDATA[${s} ${s}]]>\n</server>\n`,
  ],
  [
    'page.html',
    'html',
    (s) =>
      `<!doctype html>\n<!-- ${s} -->\n<p title="${s}" data-x=${s.replace(/[\s>]/g, '')}>Name: ${s}, ${s}</p>\n<script>const a = "${s}"; // ${s}\n</script>\n<td>${s}</td>\n<textarea>${s}</textarea>\n`,
  ],
  [
    'view.tsx',
    'typescriptreact',
    (s) =>
      `// ${s}\nexport const View = () => (\n  <div title="${s}">\n    It's ${s}, {"${s}"} and\n    ${s}\n    <td>${s}</td> {/* ${s} */} ${s}\n    <br /> ${s}\n  </div>\n);\n`,
  ],
  [
    'view.vue',
    'vue',
    (s) =>
      `<template>\n  <p :title="'${s}'">Text ${s} {{ '${s}' }}</p>\n  <td>${s}</td>\n</template>\n<script>\nconst a = '${s}'; // ${s}\n</script>\n`,
  ],
  ['people.csv', 'csv', (s) => `name,room\n${s},12\n"${s}",13\n${s};${s}\n`],
  ['people.tsv', 'tsv', (s) => `name\troom\n${s}\t${s}\n`],
  [
    'dump.sql',
    'sql',
    (s) =>
      `-- ${s}\nCREATE TABLE patients (id int, name text DEFAULT '${s}');\nINSERT INTO patients (id, name) VALUES (1, '${s}');\nALTER USER bob IDENTIFIED BY '${s}';\n/* ${s} */\nCOPY patients (id, name) FROM stdin;\n1\t${s}\n2\tcreate table ${s}\n\\.\n`,
  ],
  [
    'notes.md',
    'markdown',
    (s) =>
      `---\ntitle: ${s}\npw: ${s}\n---\n# Notes on ${s}\n\nThe password is ${s}, or \`${s}\`.\n\n\`\`\`yaml\n# \`${s}\`\npassword: ${s}\n\`\`\`\n- ${s}\n| ${s} | x |\n    ${s}\n`,
  ],
  ['notes.txt', 'plaintext', (s) => `${s}\npw: ${s}\npw=${s}\n\`${s}\`\n`],
  ['notes.rst', 'restructuredtext', (s) => `Title\n=====\n\n${s} and \`\`${s}\`\`\n`],
  ['paper.tex', 'latex', (s) => `% ${s}\n\\author{${s}}\n${s}\n`],
  ['server.log', 'log', (s) => `2026-01-01 login ${s} from ${s}\nuser=${s} pw=${s}\n`],
  [
    'data.json',
    'json',
    (s) => JSON.stringify({ password: s, list: [s, `a ${s}`], inner: { note: `"${s}": "x"` } }),
  ],
  [
    'settings.jsonc',
    'jsonc',
    (s) => `{\n  // ${s}: "x"\n  "pw": "${s}", /* "${s}": */\n  "a": ["${s}"]\n}\n`,
  ],
  [
    'main.tf',
    'terraform',
    (s) =>
      `# ${s}\nresource "x" "y" {\n  password = "${s}"\n  user = <<EOT\n${s}\npw = ${s}\nEOT\n  tags = { a = "${s}" }\n}\n// ${s}\n`,
  ],
  [
    'main.ts',
    'typescript',
    (s) =>
      `// ${s}\n/* ${s}\n ${s} */\nconst a = '${s}', b = "${s}", c = \`${s}\n${s}\`;\nx.replace(/"/g, "${s}");\n/** ${s} */\n`,
  ],
  [
    'main.py',
    'python',
    (s) => `# ${s}\n"""${s}\n${s}"""\na = '${s}'\nb = f"{a} ${s}"\nc = r"${s}"\nd = b'''${s}'''\n`,
  ],
  ['main.go', 'go', (s) => `// ${s}\nvar a = "${s}"\nvar b = \`${s}\n${s}\`\n/* ${s} */\n`],
  [
    'main.rb',
    'ruby',
    (s) =>
      `# ${s}\na = '${s}'\nb = <<~EOS\n  ${s}\nEOS\nc = %w[${s} ${s}]\nd = "${s}"\n=begin\n${s}\n=end\n`,
  ],
  [
    'Main.java',
    'java',
    (s) => `// ${s}\nString a = "${s}";\nString b = """\n  ${s}\n  """;\n/* ${s} */\n`,
  ],
  [
    'main.pl',
    'perl',
    (s) => `# ${s}\nmy $a = '${s}';\nmy @b = qw(${s} ${s});\nmy $c = <<"EOT";\n${s}\nEOT\n`,
  ],
  [
    'main.php',
    'php',
    (s) => `<p>${s}</p>\n<?php // ${s}\n$a = '${s}';\n$b = <<<EOT\n${s}\nEOT;\n# ${s}\n?>\n${s}\n`,
  ],
  [
    'style.css',
    'css',
    (s) =>
      `/* ${s} */\na { background: url(https://x/${s.replace(/[)\s'"]/g, '')}); content: "${s}"; }\n`,
  ],
  ['init.lua', 'lua', (s) => `-- ${s}\nlocal a = "${s}"\n--[[ ${s}\n${s} ]]\nlocal b = [[${s}]]\n`],
  [
    'CMakeLists.txt',
    'cmake',
    (s) => `# ${s}\nset(PASS ${s})\nset(OTHER "${s}")\nmessage(STATUS ${s})\n`,
  ],
  ['.gitconfig', 'properties', (s) => `[user]\n\tname = ${s}\n\temail = ${s}\n`],
  ['change.diff', 'diff', (s) => `+password=${s}\n- ${s}\n`],
  ['unknown.xyz', 'a-language-nobody-knows', (s) => `${s} = ${s}\n`],
  [
    'Main.ex',
    'elixir',
    (s) => `# ${s}\na = ~w(${s} ${s})\nb = ~s[${s}]\nc = "${s}"\nd = """\n${s}\n"""\n`,
  ],
  [
    'Main.cs',
    'csharp',
    (s) =>
      `// ${s}\n#region ${s}\nvar a = @"${s}\n${s}"; var b = $"{a} ${s}";\n#endregion ${s}\n#error ${s}\n`,
  ],
  ['main.c', 'c', (s) => `/* ${s} */\n#error ${s}\nchar *a = "${s}"; // ${s}\n`],
  ['old.rb', 'ruby', (s) => `a = <<SQL\n${s}\nSQL\nb = call(<<'EOS', 1)\n${s}\nEOS\n`],
  ['main.ml', 'ocaml', (s) => `(* ${s} *)\nlet a = {|${s}|}\nlet b = {id|${s}|id}\n`],
  ['main.R', 'r', (s) => `# ${s}\na <- r"(${s})"\nb <- '${s}'\n`],
  ['main.kt', 'kotlin', (s) => `// ${s}\nval a = """${s}\n${s}"""\nval b = "${s}"\n`],
  ['main.rs', 'rust', (s) => `/// ${s}\nlet a = r#"${s}"#;\nlet b = "${s}\n${s}";\n`],
  ['main.hs', 'haskell', (s) => `-- ${s}\n{- ${s} -}\na = "${s}"\n`],
  ['main.swift', 'swift', (s) => `// ${s}\nlet a = """\n${s}\n"""\nlet b = #"${s}"#\n`],
  [
    'templates.html',
    'html',
    (s) =>
      `<script type="text/x-template">Hallo ${s}, <b>${s}</b></script>\n<script type="application/ld+json">{"name": "${s}"}</script>\n<style>/* ${s} */ a::before { content: "${s}" }</style>\n`,
  ],
];
