import type { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { makeProgram } from '../../../bin/cli/program.ts';

/** Commands that do something, `cases add` as one. */
function leaves(command: Command, path: string[] = []): { name: string; command: Command }[] {
  const below = command.commands.filter(({ name }) => name !== undefined);
  if (below.length === 0) return [{ name: path.join(' '), command }];
  return below.flatMap((one) => leaves(one, [...path, one.name()]));
}

function helpOf(command: Command): string {
  let text = '';
  command.configureOutput({
    writeOut: (more) => {
      text += more;
    },
  });
  command.outputHelp();
  return text;
}

const commands = leaves(await makeProgram(() => undefined)).filter(
  ({ name }) => name !== 'complete',
);

describe.each(commands)('winnow $name', ({ name, command }) => {
  it('has examples of itself in its help', () => {
    const examples = helpOf(command).split('\nExamples:\n')[1] ?? '';

    expect(examples).toContain(`winnow ${name}`);
  });

  it('says what it does in one line, and gives JSON, colours off and where an error came from', () => {
    const options = command.options.map(({ long }) => long);

    expect(command.description()).toMatch(/^[a-z].{10,90}$/);
    expect(options).toEqual(expect.arrayContaining(['--json', '--no-color', '--debug']));
  });
});

it('has every command in a group of the help', async () => {
  const help = (await makeProgram(() => undefined)).helpInformation();
  const rest = help.split('\nCommands:\n')[1] ?? '';

  expect(
    rest
      .trim()
      .split('\n')
      .filter((line) => /^ {2}\w/.test(` ${line}`)).length,
  ).toBeLessThan(5);
  expect(help).toMatch(
    /Begin:[\s\S]*Crawl and clean:[\s\S]*Look:[\s\S]*Read:[\s\S]*Keep in order:/,
  );
});

it('loads the one command that is asked for', async () => {
  const named = await makeProgram(() => undefined, ['node', 'winnow', 'ls', '--json']);
  const completed = await makeProgram(
    () => undefined,
    ['node', 'winnow', 'complete', '--', 'ls', ''],
  );

  for (const { commands: found } of [named, completed]) {
    expect(found.map((command) => command.name())).toEqual(['ls', 'complete']);
  }
});
