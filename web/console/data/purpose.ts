import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../kit/api.ts';
import type { ApiError } from '../../kit/problem.ts';
import { useChange } from './change.ts';
import type { Canvas } from './communities.ts';
import type { Page } from './page.ts';

/** Something with its sentence in the reader's language. */
export interface Explained {
  key: string;
  text: string;
}

/** What the three answers say about running a community at all. */
export interface Fit {
  verdict: 'fits' | 'with_care' | 'does_not_fit' | 'open';
  text: string;
  reasons: { factor: string; answer: string; pull: 'for' | 'against' | 'stop'; text: string }[];
  instead: Explained[];
}

/** One letter of the completeness check. */
export interface LetterScore {
  letter: string;
  title: string;
  score: number;
  next: Explained | null;
  checks: (Explained & { met: boolean })[];
}

/** The canvas with what was made of it. */
export interface CanvasState {
  draft: Canvas;
  /** What members see; null before the first adoption. */
  purpose: Canvas | null;
  adoptedAt: string | null;
  fit: Fit;
  completeness: LetterScore[];
  /** Answers without which the canvas is not adopted. */
  missing: Explained[];
}

/** The canvas of a community with its verdict and score. */
export function useCanvas(communityId: string) {
  return useQuery<CanvasState, ApiError>({
    queryKey: ['canvas', communityId],
    queryFn: () => canvasOf(communityId),
  });
}

/** The canvas of a community, asked for once. */
export function canvasOf(communityId: string): Promise<CanvasState> {
  return answerOf<CanvasState>(api.GET('/api/communities/{communityId}/canvas', { params: { path: { communityId } } }));
}

/** Writes the canvas; adopting it needs every required answer. */
export function keepCanvas(communityId: string, body: { canvas: Canvas; adopt: boolean }): Promise<CanvasState> {
  return answerOf<CanvasState>(
    api.PUT('/api/communities/{communityId}/canvas', { params: { path: { communityId } }, body }),
  );
}

/** Keeps the canvas, finished or not; adopting makes it the purpose that members see. */
export function useKeepCanvas(communityId: string) {
  return useChange(
    (body: { canvas: Canvas; adopt: boolean }) => keepCanvas(communityId, body),
    [
      ['canvas', communityId],
      ['community', communityId],
    ],
  );
}

/** One belief about the community, with what is known about it. */
export interface Assumption {
  id: string;
  statement: string;
  stage: 'funnel' | 'ordinary' | 'paid';
  status: 'untested' | 'confirmed' | 'refuted';
  evidence: string;
  createdAt: string;
  decidedAt: string | null;
}

/** The log of assumptions. */
export function useAssumptions(communityId: string) {
  return useQuery<Page<Assumption>, ApiError>({
    queryKey: ['assumptions', communityId],
    queryFn: () =>
      answerOf<Page<Assumption>>(
        api.GET('/api/communities/{communityId}/assumptions', { params: { path: { communityId } } }),
      ),
  });
}

/** Writes an assumption down, decides one, or takes one away. */
export function useAssumptionChanges(communityId: string) {
  const keys = [
    ['assumptions', communityId],
    ['canvas', communityId],
  ];
  const path = { communityId };
  return {
    add: useChange(
      (statement: string) =>
        answerOf<unknown>(
          api.POST('/api/communities/{communityId}/assumptions', { params: { path }, body: { statement } }),
        ),
      keys,
    ),
    change: useChange(
      ({ id, ...body }: { id: string; status: Assumption['status']; evidence: string }) =>
        answerOf<unknown>(
          api.PATCH('/api/communities/{communityId}/assumptions/{assumptionId}', {
            params: { path: { ...path, assumptionId: id } },
            body,
          }),
        ),
      keys,
    ),
    remove: useChange(
      (id: string) =>
        answerOf<unknown>(
          api.DELETE('/api/communities/{communityId}/assumptions/{assumptionId}', {
            params: { path: { ...path, assumptionId: id } },
          }),
        ),
      keys,
    ),
  };
}
