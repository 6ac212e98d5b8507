import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../kit/api.ts';
import type { ApiError } from '../../kit/problem.ts';
import { useChange } from './change.ts';

/** Kinds of communities, in the order in which they are offered. */
export const kinds = [
  'study-checkin',
  'flash-sale',
  'interest',
  'local',
  'parents',
  'fans',
  'trade',
  'company',
] as const;

/** One kind of community. */
export type Kind = (typeof kinds)[number];

/** What members come for. */
export const joinReasons = ['information', 'consulting', 'articles', 'mutual_push', 'resources', 'wavelength'] as const;

/** Answers of the fit check; null = not answered yet. */
export interface FitAnswers {
  frequency: 'daily' | 'weekly' | 'monthly' | 'yearly' | null;
  privacy: 'open' | 'careful' | 'private' | null;
  service: 'ongoing' | 'months' | 'once' | null;
}

/** One layered goal; a goal without a figure is a wish. */
export interface Goal {
  layer: 'community' | 'tier' | 'role';
  subject: string;
  text: string;
  measure: string;
  figure: number | null;
  unit: string;
  by: string | null;
}

/** The founding canvas. */
export interface Canvas {
  fit: FitAnswers;
  whyCreate: string;
  whyJoin: { reasons: (typeof joinReasons)[number][]; text: string };
  pains: string[];
  sharedValues: string[];
  value: { original: string; exclusive: string; fresh: string };
  targetPerson: string;
  goals: Goal[];
  manifesto: string;
  vision: string;
}

/** A canvas on which nothing has been written. */
export const emptyCanvas: Canvas = {
  fit: { frequency: null, privacy: null, service: null },
  whyCreate: '',
  whyJoin: { reasons: [], text: '' },
  pains: [],
  sharedValues: [],
  value: { original: '', exclusive: '', fresh: '' },
  targetPerson: '',
  goals: [],
  manifesto: '',
  vision: '',
};

/** The unit of purpose, team and data. */
export interface Community {
  id: string;
  name: string;
  kind: Kind;
  zone: string;
  stage: 'funnel' | 'ordinary' | 'paid';
  /** The adopted canvas; null before the first adoption. */
  purpose: Canvas | null;
  foundedAt: string;
  official: { name: string; pictureId: string | null };
}

/** The community of the page. */
export function useCommunity(communityId: string) {
  return useQuery<Community, ApiError>({
    queryKey: ['community', communityId],
    queryFn: () =>
      answerOf<Community>(api.GET('/api/communities/{communityId}', { params: { path: { communityId } } })),
  });
}

/** What founding takes. */
export interface Founding {
  name: string;
  kind: Kind;
  zone?: string;
  canvas?: Canvas;
  playbook?: { id: string; parameters: Record<string, string | number> };
}

/** Founds a community; the founder becomes its owner. */
export function useFound() {
  return useChange<Founding, Community>(
    (body) => answerOf<Community>(api.POST('/api/communities', { body })),
    [['me']],
  );
}

/** Changes name, zone or official voice. */
export function useChangeCommunity(communityId: string) {
  return useChange<Partial<Pick<Community, 'name' | 'zone' | 'official' | 'stage' | 'kind'>>, Community>(
    (body) =>
      answerOf<Community>(api.PATCH('/api/communities/{communityId}', { params: { path: { communityId } }, body })),
    [['community', communityId], ['me']],
  );
}
