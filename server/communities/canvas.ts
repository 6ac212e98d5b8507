/**
 * The founding canvas: what a team must have thought about before it opens a group. Kept as data, so that the
 * completeness check, the join page and the playbook file can use single answers.
 */
import { z } from 'zod';
import { optionalLine, paragraphs, singleLine } from './wording.ts';

/** What members come for; the six reasons of the method. */
export const joinReasons = ['information', 'consulting', 'articles', 'mutual_push', 'resources', 'wavelength'] as const;

/** The answers that decide whether this business should run a community at all. */
export const fitSchema = z.strictObject({
  /** How often a customer has a reason to meet the subject. */
  frequency: z.enum(['daily', 'weekly', 'monthly', 'yearly']).nullable().default(null),
  /** Whether people would talk about it in front of others. */
  privacy: z.enum(['open', 'careful', 'private']).nullable().default(null),
  /** How long one person is served. */
  service: z.enum(['ongoing', 'months', 'once']).nullable().default(null),
});

const goalSchema = z.strictObject({
  layer: z.enum(['community', 'tier', 'role']),
  /** Which tier or role, e.g. 引流群 or 打卡官; empty for the whole community. */
  subject: optionalLine(40).default(''),
  text: singleLine(200),
  /** What is counted and how much of it, e.g. 每天打卡的人, 40, 人; a goal without a figure is a wish. */
  measure: optionalLine(60).default(''),
  figure: z.number().min(0).max(1e12).nullable().default(null),
  unit: optionalLine(12).default(''),
  by: z.iso.date().nullable().default(null),
});

const upToThree = z.array(singleLine(120)).max(3);

/** The whole canvas. Every answer may still be missing: a draft is kept as it is. */
export const canvasSchema = z.strictObject({
  fit: fitSchema.default({ frequency: null, privacy: null, service: null }),
  whyCreate: paragraphs(1000).default(''),
  whyJoin: z
    .strictObject({ reasons: z.array(z.enum(joinReasons)).max(6).default([]), text: paragraphs(1000).default('') })
    .default({ reasons: [], text: '' }),
  pains: upToThree.default([]),
  sharedValues: upToThree.default([]),
  value: z
    .strictObject({
      original: paragraphs(500).default(''),
      exclusive: paragraphs(500).default(''),
      fresh: paragraphs(500).default(''),
    })
    .default({ original: '', exclusive: '', fresh: '' }),
  targetPerson: paragraphs(500).default(''),
  goals: z.array(goalSchema).max(12).default([]),
  manifesto: paragraphs(2000).default(''),
  vision: paragraphs(1000).default(''),
});

/** The founding canvas with all its answers, empty where nothing has been said yet. */
export type Canvas = z.output<typeof canvasSchema>;

/** One layered goal. */
export type Goal = z.output<typeof goalSchema>;

/** The answers of the fit check. */
export type FitAnswers = z.output<typeof fitSchema>;

/** A canvas on which nothing has been written. */
export const emptyCanvas: Canvas = canvasSchema.parse({});

/** The answers without which a canvas is not adopted. */
export const requiredAnswers = [
  'fit',
  'whyCreate',
  'whyJoin',
  'pains',
  'sharedValues',
  'value',
  'targetPerson',
  'goals',
  'manifesto',
] as const;

/** One required answer. */
export type RequiredAnswer = (typeof requiredAnswers)[number];

/** The required answers that are still missing, in the order of the form. */
export function missingAnswers(canvas: Canvas): RequiredAnswer[] {
  const { fit, whyJoin, value } = canvas;
  const given: Record<RequiredAnswer, boolean> = {
    fit: fit.frequency !== null && fit.privacy !== null && fit.service !== null,
    whyCreate: canvas.whyCreate !== '',
    whyJoin: whyJoin.text !== '' || whyJoin.reasons.length > 0,
    pains: canvas.pains.length > 0,
    sharedValues: canvas.sharedValues.length > 0,
    value: value.original !== '' || value.exclusive !== '' || value.fresh !== '',
    targetPerson: canvas.targetPerson !== '',
    goals: canvas.goals.length > 0,
    manifesto: canvas.manifesto !== '',
  };
  return requiredAnswers.filter((answer) => !given[answer]);
}

/** Puts `proposal` into the places where `own` has no answer yet; what a team has written is never overwritten. */
export function fillCanvas(own: Canvas, proposal: Canvas): Canvas {
  return canvasSchema.parse(fillEmpty(own, proposal));
}

/** The top-level answers in which two canvases differ. */
export function changedAnswers(before: Canvas, after: Canvas): (keyof Canvas)[] {
  const keys = Object.keys(emptyCanvas) as (keyof Canvas)[];
  return keys.filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]));
}

/** The canvas without empty answers, as it stands in a playbook file. */
export function writtenAnswers(canvas: Canvas): Record<string, unknown> {
  return (dropEmpty(canvas) as Record<string, unknown> | undefined) ?? {};
}

function fillEmpty(own: unknown, proposal: unknown): unknown {
  if (isEmpty(own)) return proposal;
  if (!isRecord(own) || !isRecord(proposal)) return own;
  return Object.fromEntries(Object.keys(own).map((key) => [key, fillEmpty(own[key], proposal[key])]));
}

function dropEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.length > 0 ? value.map(dropEmpty) : undefined;
  if (!isRecord(value)) return value === '' || value === null ? undefined : value;
  const entries = Object.entries(value).map(([key, inner]) => [key, dropEmpty(inner)] as const);
  const kept = entries.filter(([, inner]) => inner !== undefined);
  return kept.length > 0 ? Object.fromEntries(kept) : undefined;
}

function isEmpty(value: unknown): boolean {
  return value === '' || value === null || (Array.isArray(value) && value.length === 0);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
