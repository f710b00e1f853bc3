'use strict';
// node-record-lpcm16 asks a "recorder" module, loaded by its path, what to spawn. Ours passes on
// what sox-command.ts made. A function, because the package prints its options when DEBUG is set:
// the environment in them, keys included, must not be among what it prints.
module.exports = (options) => options.command();
