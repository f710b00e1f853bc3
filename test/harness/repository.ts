import path from 'node:path';

/** Absolute path of the repository's top folder. */
export const REPOSITORY = path.resolve(import.meta.dirname, '../..');
