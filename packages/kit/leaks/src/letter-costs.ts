// How unlikely a letter is behind another one, in half bits: `a` is 0, `z` 12.5. Counted in the words of documentation of
// programs, English and names in code; a row for the letter before, the first for the beginning of a word.
const rows = [
  "ikhiikllinnkjkkiqihjkmlqpr",
  "rjhjrokuktngjhvjugiflmormr",
  "gnmngrqphmqfnqhotiimhvtwkt",
  "gsloguvhjuijptfouilgktwvnz",
  "iopkdonqfrqkoointjipjpsrnw",
  "joigmlmrpssjkgqkofgjqlokov",
  "hsnpghwueztiqpgtuikkiwwtkz",
  "iolsepkigusjliiotgjnipssor",
  "fssrestwgxrnlpfotinijuuvms",
  "klijjkjtstqjjehlslihskxowl",
  "ixpsfsxqlxnppqhooodkhmjsxx",
  "jmnldmmrftrloklmuogninnzmz",
  "gppkeorsfvphpsgnzskkjorxiy",
  "fkroetszgsrljrhgwqkpkuwtoz",
  "iqihhlfqiqnopmjovpgfmmrwos",
  "nmjjpnmtnqmiieljzfjjilkppt",
  "grpofoqkixqhprgizfjiksrsoz",
  "rrwonrqwnwwiwomowqrwbwmwrq",
  "golleomsgxmnklhoxkiilmqvlz",
  "jqipforjgtnmnojjqphfipopmw",
  "hslpeqrietwmpqiozhhklxpukw",
  "jijljnlxjzrhifojzghgptvovs",
  "frorcsovfzrtptitzqnpowvvuz",
  "fpongsohgzrlzhgsrhhltvnrvv",
  "jphofltmgqzlmplfztnepoznmr",
  "ikjlilnqizpiigifzngiprlzsn",
  "fqoqcqxnhsnmxxhxxsnrjxppmj",
];

const costs = rows.map((row) => Array.from(row, (letter) => (letter.charCodeAt(0) - 97) / 2));

/**
 * What a letter costs, in bits, in a word that a person wrote.
 *
 * @param letter From 0, `a`.
 * @param before The letter before it; -1 where it begins a word.
 */
export function letterCost(letter: number, before: number): number {
  return costs[before + 1]![letter]!;
}
