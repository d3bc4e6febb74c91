/**
 * Past cases as a Chinese spreadsheet saves them, in GB18030; the bytes were made by another encoder than any of ours
 * (Python's). Of its nine rows the first three make two cases that fit: C-101, with two parties, under version 2, and
 * C-102 under version 1. The others do not: a day that there is not, an answer that is neither yes nor no, a loss that is missing, a day
 * before the first version, more points than the unit has, and no reference.
 */
const GB18030 =
  "sLi8/rHgusUszbbL38Dg0M0szbbL38rVtb3I1Sy6y7aotcTNtsvfy/DKp6Oo1KqjqSy5pLrFLNTwyM61pc67LL6ttfey6dTwyM7C" +
  "5Mq1tb2xvsjLLLG+yMu7+cr9LNTwyM61pc67u/nK/brPvMYssbjXog0KQy0xMDEsuea48bK7t/ssMjAyNsTqN9TCNsjVLCKjpDEy" +
  "LDAwMC4wMCIsUDEsssO2zyzKxyw0LDQwLLPfwuux6sep0LSzyTQywusNCkMtMTAxLLnmuPGyu7f7LDIwMjbE6jfUwjbI1Swio6Qx" +
  "MiwwMDAuMDAiLFAyLLLDts8syscsMyw0MCwNCkMtMTAyLMa31srIsc/dLDIwMjUvMTEvMywxLjLN8ixQMyz3t9bGLMrHLDgsNDAs" +
  "6UbW/bz+09CBOe8x19YNCkMtMTAzLMa31srIsc/dLDIwMjYtMDItMzAsMzAwLFAxLLLDts8syscsNCw0MCwNCkMtMTA0LMa31srI" +
  "sc/dLDIwMjYtMDctMDgsMzAwLFAxLLLDts8s0rLQ7Sw0LDQwLA0KQy0xMDUssPzXsMbGy/AsMjAyNi0wNy0wOCwsUDEsssO2zyzK" +
  "xyw0LDQwLA0KQy0xMDYssPzXsMbGy/AsMjAyNC0wNS0wMSwzMDAsUDEsssO2zyzKxyw0LDQwLA0KQy0xMDcssPzXsMbGy/AsMjAy" +
  "Ni0wNy0wOSwzMDAsUDQsssO2zyzKxyw1MCw0MCwNCiyw/NewxsbL8CwyMDI2LTA3LTA5LDMwMCxQNCyyw7bPLMrHLDUsNDAsDQo=";

export function gb18030Cases(): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(GB18030), (character) => character.charCodeAt(0));
}
