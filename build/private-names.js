'use strict';
// esbuild shortens the names of variables, not those of properties: anybody may ask for a property by its
// name. Nobody does where it is private and nothing else is called so, here, in Node or in the editor.
const fs = require('node:fs');
const path = require('node:path');
const ts = require('typescript');

/** Whose names are theirs: what the bundles run in, and the packages that are in them. */
const OTHERS = [
  ...['@types/node', '@types/vscode', '@types/ws', 'node-record-lpcm16', 'ws'].flatMap((name) =>
    filesIn(path.join('node_modules', name), /\.(?:d\.ts|js)$/),
  ),
  ...filesIn('node_modules/typescript/lib', /^lib\..*\.d\.ts$/),
];

/**
 * The names that only private members of `folder`'s classes have, as `mangleProps` wants them.
 * @param {string} folder
 */
function privateNames(folder) {
  const names = new Set();
  const taken = new Set(OTHERS.flatMap(wordsIn));
  for (const file of filesIn(folder, /\.ts$/)) {
    const text = fs.readFileSync(file, 'utf8');
    collect(ts.createSourceFile(file, text, ts.ScriptTarget.Latest), names, taken);
  }
  const only = [...names].filter((name) => !taken.has(name));
  return new RegExp(`^(?:${only.join('|')})$`);
}

/**
 * @param {import('typescript').Node} node
 * @param {Set<string>} names of private members
 * @param {Set<string>} taken by any other member, key, export or string
 */
function collect(node, names, taken) {
  if (ts.isStringLiteralLike(node)) taken.add(node.text);
  // What a module exports is read as a property where it is loaded late.
  const isOfModule =
    ts.isFunctionDeclaration(node) || ts.isVariableDeclaration(node) || ts.isClassDeclaration(node);
  if (isOfModule && node.name && ts.isIdentifier(node.name)) taken.add(node.name.text);
  const isMember =
    ts.isClassElement(node) || ts.isTypeElement(node) || ts.isObjectLiteralElementLike(node);
  const isParameterProperty = ts.isParameter(node) && ts.canHaveModifiers(node) && node.modifiers;
  if ((isMember || isParameterProperty) && node.name && ts.isIdentifier(node.name)) {
    const isPrivate = node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.PrivateKeyword);
    (isPrivate ? names : taken).add(node.name.text);
  }
  ts.forEachChild(node, (child) => collect(child, names, taken));
}

/** @param {string} file */
function wordsIn(file) {
  return fs.readFileSync(file, 'utf8').match(/[\w$]+/g) ?? [];
}

/**
 * @param {string} folder
 * @param {RegExp} wanted
 */
function filesIn(folder, wanted) {
  return fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => wanted.test(file))
    .map((file) => path.join(folder, file));
}

module.exports = { privateNames };
