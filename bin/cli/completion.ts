import { readdirSync } from 'node:fs';
import completions from '@bomb.sh/tab';
import tab from '@bomb.sh/tab/commander';
import type { Command } from 'commander';
import { INCOMPLETE } from '#lib/model/document.ts';
import { runIdOf } from '#lib/model/keys.ts';
import { OPEN_STATES, TERMINAL_STATES } from '#lib/model/states.ts';
import { DEFAULT_STORE } from './default-store.ts';

/** Values that the shell offers for arguments: command, argument, values. */
const ARGUMENTS: readonly (readonly [string, string, () => string[]])[] = [
  ['run', 'what', sourceNames],
  ['status', 'run', runIds],
  ['report', 'run', runIds],
];

/** The same for options, whatever the command. */
const OPTIONS: Readonly<Record<string, () => readonly string[]>> = {
  state: () => [...OPEN_STATES, ...TERMINAL_STATES],
  source: sourceNames,
  incomplete: () => INCOMPLETE,
};

const FORMATS: Readonly<Record<string, readonly string[]>> = {
  cat: ['text', 'markdown', 'json', 'raw'],
  clean: ['json', 'text', 'markdown'],
  export: ['parquet', 'jsonl'],
};

/** Adds `winnow complete SHELL`, which prints the script for a shell. To be called after all commands. */
export function addCompletion(program: Command): void {
  tab(program);
  program.commands
    .find((command) => command.name() === 'complete')
    ?.description('print the completion script for bash, zsh, fish or powershell')
    .addHelpText(
      'after',
      `
Examples:
  source <(winnow complete bash)                     # this shell
  winnow complete zsh > ~/.winnow-completion.zsh     # and source it in ~/.zshrc
  winnow complete fish > ~/.config/fish/completions/winnow.fish`,
    );
  for (const [name, argument, values] of ARGUMENTS) {
    const found = completions.commands.get(name)?.arguments.get(argument);
    if (found) found.handler = (complete) => offer(values(), complete);
  }
  for (const [name, command] of completions.commands) {
    for (const [option, { handler }] of command.options) {
      const values = option === 'format' ? () => FORMATS[name] ?? [] : OPTIONS[option];
      const own = command.options.get(option);
      if (values && own && handler) own.handler = (complete) => offer(values(), complete);
    }
  }
}

function offer(values: readonly string[], complete: (value: string, text: string) => void): void {
  for (const value of values) complete(value, '');
}

function sourceNames(): string[] {
  return filesIn('sources')
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.slice(0, -5));
}

function runIds(): string[] {
  return filesIn(`${DEFAULT_STORE}/runs`).flatMap((file) => runIdOf(`runs/${file}`) ?? []);
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return []; // nothing to offer
  }
}
