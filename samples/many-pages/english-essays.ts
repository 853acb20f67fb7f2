/** A writer of short English essays, each unlike the others. */
import type { Written } from './documents.ts';
import type { Choice } from './random-choice.ts';

const PEOPLE =
  'the ferryman|my aunt|an old surveyor|the night porter|our librarian|two apprentices|the piano tuner|a retired nurse|the beekeeper|a bus driver'.split(
    '|',
  );
const PLACES =
  'the harbour wall|Cooper Street|the upper orchard|the signal box|a rented kitchen|the market hall|the dry dock|the village school|the reading room|the north stairs'.split(
    '|',
  );
const THINGS =
  'a broken clock|the winter accounts|a crate of pears|the tide tables|an unsent letter|the spare keys|a borrowed ladder|the choir books|a tin of nails|the old maps'.split(
    '|',
  );

function sentence(choice: Choice): string {
  const number = 3 + choice.int(900);
  const [who, other] = choice.some(PEOPLE, 2);
  const [place, elsewhere] = choice.some(PLACES, 2);
  const thing = choice.of(THINGS);
  return choice.of([
    `It took ${number} minutes for ${who} to carry ${thing} from ${place} to ${elsewhere}.`,
    `When ${who} spoke of ${place}, ${other} would put down ${thing} and listen without a word.`,
    `I counted ${number} steps to ${place}, and on each of them I thought of ${thing}.`,
    `Nobody at ${elsewhere} remembered who had left ${thing} there, but ${who} kept it for ${number} days.`,
    `By then ${other} had learned that ${thing} is never mended by talking, only by going back to ${place}.`,
    `There was a rule at ${place}, written by ${who}, that ${thing} must be counted ${number} times a year.`,
  ]);
}

export function writeEssay(choice: Choice): Written {
  const paragraph = (): string =>
    Array.from({ length: 2 + choice.int(4) }, () => sentence(choice)).join(' ');
  const [first, second] = choice.some(PLACES, 2);
  const name = `${choice.of(THINGS)} and ${first}, ${number(choice)}`;
  return {
    title: name.charAt(0).toUpperCase() + name.slice(1),
    lines: [
      { is: 'paragraph', text: paragraph() },
      { is: 'heading', text: `At ${second}` },
      ...Array.from({ length: 3 + choice.int(5) }, () => ({
        is: 'paragraph' as const,
        text: paragraph(),
      })),
    ],
  };
}

const number = (choice: Choice): string => String(1890 + choice.int(120));
