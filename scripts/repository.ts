import { resolve } from 'node:path';

/** Absolute path of the repository, whatever the current directory is. */
export const repository = resolve(__dirname, '..');
