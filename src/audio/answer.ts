import { execFile } from 'node:child_process';
import { recorderSpawnOptions } from './spawn-recorder';

/** It answers in 20 ms; a server that hangs shall not keep it for ever. */
const ANSWER_DEADLINE_MS = 2000;

/** Some kilobytes for each source and stream; all of PipeWire's objects are some hundred. */
const LONGEST_ANSWER_BYTES = 16 * 1024 * 1024;

/** What a program says on its standard output. @throws {Error} where it fails or takes too long */
export function answer(
  program: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(
      program,
      args,
      {
        ...recorderSpawnOptions(env),
        timeout: ANSWER_DEADLINE_MS,
        killSignal: 'SIGKILL',
        maxBuffer: LONGEST_ANSWER_BYTES,
        encoding: 'utf8',
      },
      (error, stdout) => {
        if (error === null) resolve(stdout);
        else reject(new Error(`no answer of ${program}`, { cause: error }));
      },
    );
  });
}
