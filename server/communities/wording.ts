import { z } from 'zod';

// Tabs and line ends are control characters too; the rest has no picture on any screen and breaks exports.
const controlsExceptBreaks = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u2028\u2029]/;
const controls = /[\u0000-\u001f\u007f\u2028\u2029]/;

/** A text on one line, not empty, such as a name; surrounding space is dropped. */
export function singleLine(max: number) {
  return optionalLine(max).min(1);
}

/** A text on one line that may be empty. */
export function optionalLine(max: number) {
  return z
    .string()
    .trim()
    .max(max)
    .refine((text) => !controls.test(text), 'control_characters')
    .refine((text) => text.isWellFormed(), 'broken_characters');
}

/** A text with line breaks that may be empty. */
export function paragraphs(max: number) {
  return z
    .string()
    .trim()
    .max(max)
    .refine((text) => !controlsExceptBreaks.test(text), 'control_characters')
    .refine((text) => text.isWellFormed(), 'broken_characters');
}
