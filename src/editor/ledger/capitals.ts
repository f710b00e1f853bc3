import type { Piece } from './mark';

/** Writes capitals where they are as long as what they replace ("ß" is not). */
export function capitalLetters(): (piece: Piece) => string {
  return ({ text }) => Array.from(text, capital).join('');
}

/** Writes a capital for the first letter at each site, whose pieces it is asked for in order. */
export function firstCapital(): (piece: Piece, site: number) => string {
  const done = new Set<number>();
  return ({ text }, site) => {
    if (done.has(site)) return text;
    return text.replace(/\p{L}/u, (letter) => {
      done.add(site);
      return capital(letter);
    });
  };
}

function capital(letter: string): string {
  const upper = letter.toUpperCase();
  return upper.length === letter.length ? upper : letter;
}
