// The rules of a community and what follows from them: cases with their decisions, the text and its versions, settings,
// and a box to try a message in.
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from '../../kit/api.ts';
import type { ApiError } from '../../kit/problem.ts';
import { useChange } from './change.ts';
import { usePages } from './page.ts';
import type { AnswerTo } from './shape.ts';

const base = '/api/communities/{communityId}/rules' as const;

/** A page of cases. */
export type CasePage = AnswerTo<'/api/communities/{communityId}/rules/cases'>;

/** A case as a line of the queue. */
export type CaseLine = CasePage['items'][number];

/** A case with all that is needed to decide it. */
export type CaseDetail = AnswerTo<'/api/communities/{communityId}/rules/cases/{caseId}'>;

/** What a check has found in a message. */
export type Evidence = CaseLine['evidence'][number];

/** A step of the ladder that somebody has come to. */
export type Sanction = CaseLine['sanctions'][number];

/** The steps of the ladder, from the mildest. */
export const steps = ['remind', 'warn', 'talk', 'mute', 'remove', 'ban'] as const;

/** One of them. */
export type Step = (typeof steps)[number];

/** How well somebody is known, without those of the team. */
export const trusts = ['new', 'member', 'core'] as const;

/** The checks. */
export const checks = ['terms', 'links', 'codes', 'contacts', 'repeats', 'raid', 'ads', 'storms'] as const;

/** One of them. */
export type Check = (typeof checks)[number];

/** Reasons of members under which a case stands that touches no rule of the text. */
export const reasonKeys = ['insult', 'fraud', 'unsafe', 'other'] as const;

/** How many cases wait and what became of those of the last seven days. */
export type CaseCounts = AnswerTo<'/api/communities/{communityId}/rules/counts'>;

/** A version of the rules. */
export type RuleText = AnswerTo<'/api/communities/{communityId}/rules/text'>;

/** A version of the rules with how many have read it. */
export type RuleVersion = AnswerTo<'/api/communities/{communityId}/rules/text/versions'>['items'][number];

/** One rule. */
export type RuleItem = RuleText['items'][number];

/** Checks, thresholds, trust, ladder. */
export type RulesSettings = AnswerTo<'/api/communities/{communityId}/rules/settings'>;

/** What became of the judgement of the checks. */
export type CaseResult = 'right' | 'wrong' | 'waiting' | 'overturned';

/** Which cases. */
export interface CaseFilter {
  state?: 'open' | 'waiting' | 'appealed' | 'decided' | 'refused';
  kind?: CaseLine['kind'];
  groupId?: string;
  identityId?: string;
  rule?: string;
  taskId?: string;
  /** It took part; all = any check did. */
  check?: Check | 'all';
  /** Terms of this list took part. */
  listId?: string;
  result?: CaseResult;
  /** Opened in so many days until now. */
  days?: number;
  /** Reported by members. */
  reported?: 'true';
}

/** Cases page after page: open ones oldest first, others newest first. */
export function useCases(communityId: string, filter: CaseFilter, { limit = 40, enabled = true } = {}) {
  return usePages({
    queryKey: ['rules', communityId, 'cases', filter, limit],
    keepsPrevious: true,
    ask: (page) =>
      answerOf<CasePage>(
        api.GET(`${base}/cases`, { params: { path: { communityId }, query: { ...filter, limit, ...page } } }),
      ),
    enabled,
    refetchInterval: 60_000,
  });
}

/** One case. */
export function useCase(communityId: string, caseId: string) {
  return useQuery<CaseDetail, ApiError>({
    queryKey: ['rules', communityId, 'case', caseId],
    queryFn: () =>
      answerOf<CaseDetail>(api.GET(`${base}/cases/{caseId}`, { params: { path: { communityId, caseId } } })),
    enabled: caseId !== '',
  });
}

/** How many cases wait. */
export function useCaseCounts(communityId: string) {
  return useQuery<CaseCounts, ApiError>({
    queryKey: ['rules', communityId, 'counts'],
    queryFn: () => answerOf<CaseCounts>(api.GET(`${base}/counts`, { params: { path: { communityId } } })),
    refetchInterval: 60_000,
  });
}

/** What is done with a case. */
export type CaseMove =
  | { how: 'release'; note?: string }
  | { how: 'uphold'; note?: string; step?: Step | 'none' | 'ladder'; rule?: string }
  | { how: 'undo' };

/** What is asked for anew when anything of the rules has changed. */
export const touchedByRules = (communityId: string) => [
  ['rules', communityId],
  ['today', communityId],
  ['tasks', communityId],
];

/** Decides a case, or takes the decision back. */
export function useMoveCase(communityId: string) {
  return useChange(({ caseId, ...move }: CaseMove & { caseId: string }) => {
    const params = { path: { communityId, caseId } };
    if (move.how === 'undo') return answerOf<CaseDetail>(api.POST(`${base}/cases/{caseId}/undo`, { params, body: {} }));
    const { how, ...body } = move;
    return how === 'release'
      ? answerOf<CaseDetail>(api.POST(`${base}/cases/{caseId}/release`, { params, body }))
      : answerOf<CaseDetail>(api.POST(`${base}/cases/{caseId}/uphold`, { params, body }));
  }, touchedByRules(communityId));
}

/** Brings a message that was said before the others, under one of the rules. */
export function useOpenCase(communityId: string) {
  return useChange(
    (body: { groupId: string; messageId: string; rule: string }) =>
      answerOf<CaseDetail>(api.POST(`${base}/cases`, { params: { path: { communityId } }, body })),
    touchedByRules(communityId),
  );
}

/** The steps of the ladder that somebody has come to, newest first. */
export function useSanctions(communityId: string, identityId: string) {
  return useQuery<Sanction[], ApiError>({
    queryKey: ['rules', communityId, 'sanctions', identityId],
    queryFn: async () => {
      const params = { path: { communityId }, query: { identityId } };
      return (await answerOf<{ items: Sanction[] }>(api.GET(`${base}/sanctions`, { params }))).items;
    },
  });
}

/** Takes a step of the ladder back. */
export function useUndoSanction(communityId: string) {
  return useChange(
    (sanctionId: string) =>
      answerOf<Sanction>(
        api.POST(`${base}/sanctions/{sanctionId}/undo`, { params: { path: { communityId, sanctionId } }, body: {} }),
      ),
    touchedByRules(communityId),
  );
}

/** The rules in force; version 0 when there are none. */
export function useRuleText(communityId: string) {
  return useQuery<RuleText, ApiError>({
    queryKey: ['rules', communityId, 'text'],
    queryFn: () => answerOf<RuleText>(api.GET(`${base}/text`, { params: { path: { communityId } } })),
  });
}

/** All versions, newest first. */
export function useRuleVersions(communityId: string) {
  type VersionPage = AnswerTo<'/api/communities/{communityId}/rules/text/versions'>;
  return usePages({
    queryKey: ['rules', communityId, 'versions'],
    ask: (page) =>
      answerOf<VersionPage>(
        api.GET(`${base}/text/versions`, { params: { path: { communityId }, query: { limit: 20, ...page } } }),
      ),
  });
}

/** What is published; a rule without a key is new. */
export interface RuleDraft {
  tone: string;
  items: (Omit<RuleItem, 'key'> & { key?: string })[];
}

/** Puts another version of the rules in force. */
export function usePublishRules(communityId: string) {
  return useChange(
    (body: RuleDraft & { mustAcknowledgeAgain: boolean }) =>
      answerOf<RuleText>(api.PUT(`${base}/text`, { params: { path: { communityId } }, body })),
    touchedByRules(communityId),
  );
}

/** Checks, thresholds, trust, ladder. */
export function useRulesSettings(communityId: string) {
  return useQuery<RulesSettings, ApiError>({
    queryKey: ['rules', communityId, 'settings'],
    queryFn: () => answerOf<RulesSettings>(api.GET(`${base}/settings`, { params: { path: { communityId } } })),
  });
}

/** Changes the settings; the change is made on what the page knows. */
export function useChangeRulesSettings(communityId: string) {
  const queries = useQueryClient();
  return useMutation<RulesSettings, ApiError, RulesSettings>({
    mutationFn: (body) =>
      answerOf<RulesSettings>(api.PUT(`${base}/settings`, { params: { path: { communityId } }, body })),
    onSuccess: (settings) => queries.setQueryData(['rules', communityId, 'settings'], settings),
  });
}

/** What would happen to a message. */
export interface Tried {
  action: 'pass' | 'hold' | 'stop';
  dry: 'hold' | 'stop' | null;
  score: number;
  rule: string | null;
  evidence: Evidence[];
  why: string | null;
  reading: CaseDetail['reading'];
}

/** Tries a message; keeps nothing. */
export function useTryMessage(communityId: string, wish: { text: string; trust: (typeof trusts)[number] }) {
  return useQuery<Tried, ApiError>({
    queryKey: ['rules', communityId, 'try', wish],
    queryFn: () => answerOf<Tried>(api.POST(`${base}/try`, { params: { path: { communityId } }, body: wish })),
    enabled: wish.text.trim() !== '',
    placeholderData: keepPreviousData,
    gcTime: 60_000,
  });
}
