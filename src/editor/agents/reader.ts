import type { Scope } from '../../text/scope';
import { agentIn, agentInTitle, type Agent } from './agents';
import { invocationOf, invocationsIn, type Invocation } from './command-line';
import { isShell, readsProse, replLanguage } from './programs';

/** Who reads what is typed in a terminal. */
export type Reader =
  | {
      readonly kind: 'agent';
      readonly agent: Agent;
      /** Whether it is known to run; else only the terminal's title says so, which may be any. */
      readonly isSure: boolean;
    }
  | {
      readonly kind: 'program';
      readonly name: string;
      readonly scope: Scope;
      readonly languageId: string | undefined;
    }
  /** A shell, or nobody knows. */
  | { readonly kind: 'shell' };

/** What VS Code tells of a terminal. */
export interface TerminalFacts {
  /** The command that its shell runs, where the shell tells. */
  readonly running: { readonly commandLine: string; readonly isTrusted: boolean } | undefined;
  /** Whether the shell tells of each command that it runs. */
  readonly isTold: boolean;
  /** The program that was started in it, with its arguments; nothing: the person's shell. */
  readonly own: readonly string[];
  /** Its name, which mostly is that of the program in the foreground, or what that has set. */
  readonly title: string;
}

const SHELL: Reader = { kind: 'shell' };

/**
 * Who reads in a terminal. What the shell tells comes first, then the program that the terminal was
 * made for, then its title; where none names another one, it is the shell. A title says that an agent reads, and nothing else: `node`
 * may be any program.
 *
 * @param programs names of agents
 */
export function readerOf(facts: TerminalFacts, programs: readonly string[]): Reader {
  const { running, isTold, own, title } = facts;
  if (running !== undefined) {
    const told = readerIn(invocationsIn(running.commandLine), running.isTrusted, programs);
    if (told?.kind === 'agent') return told;
    return byTitle(title, programs) ?? told ?? SHELL;
  }
  const started = own.length === 0 ? undefined : invocationOf(own);
  const isOwn = started !== undefined && !isShell(started.program);
  if (isOwn) return readerIn([started], true, programs) ?? SHELL;
  return (isTold ? undefined : byTitle(title, programs)) ?? SHELL;
}

function readerIn(
  invocations: readonly Invocation[],
  isTrusted: boolean,
  programs: readonly string[],
): Reader | undefined {
  for (const invocation of invocations) {
    const agent = agentIn(invocation, programs);
    const isSure = isTrusted && !invocation.isOneOfMany;
    if (agent !== undefined) return { kind: 'agent', agent, isSure };
  }
  const last = invocations.at(-1);
  return last && programReader(last);
}

function programReader(invocation: Invocation): Reader | undefined {
  const { program, hasTerminal } = invocation;
  if (!hasTerminal) return undefined;
  const languageId = replLanguage(invocation);
  if (languageId !== undefined)
    return { kind: 'program', name: program, scope: 'code', languageId };
  if (!readsProse(invocation)) return undefined;
  return { kind: 'program', name: program, scope: 'prose', languageId: undefined };
}

function byTitle(title: string, programs: readonly string[]): Reader | undefined {
  const agent = agentInTitle(title, programs);
  return agent && { kind: 'agent', agent, isSure: false };
}
