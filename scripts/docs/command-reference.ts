import type { Command } from 'commander';
import { makeProgram } from '../../bin/cli/program.ts';

/** The help of every command, as `winnow COMMAND --help` prints it. */
export async function commandReference(): Promise<string> {
  const program = await makeProgram(() => undefined);
  const sections = leaves(program, []).map(
    ({ path, command }) => `### winnow ${path}\n\n\`\`\`\n${helpOf(command).trimEnd()}\n\`\`\``,
  );
  return sections.join('\n\n');
}

function leaves(command: Command, path: readonly string[]): { path: string; command: Command }[] {
  if (command.commands.length === 0) return [{ path: path.join(' '), command }];
  return command.commands.flatMap((below) => leaves(below, [...path, below.name()]));
}

function helpOf(command: Command): string {
  let text = '';
  command.configureOutput({
    writeOut: (more) => {
      text += more;
    },
    getOutHelpWidth: () => 96,
    getOutHasColors: () => false,
  });
  command.outputHelp();
  return text;
}
