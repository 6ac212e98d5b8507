/**
 * The metrics catalogue (metrics.md §9) as data: every id that a diagnosis carries, with its unit, window and needs. The formulas
 * stand where they are computed; `provisional` marks weights and thresholds that were written by hand.
 */
import type { MetricResult } from './diagnosis.ts';

/** What is fixed about a metric, whatever the group. */
export interface MetricSpec {
  unit: NonNullable<MetricResult['unit']>;
  /** Days of the rolling window, or another window by name. */
  window: number | string;
  needs: string[];
  provisional?: true;
}

const msgs = ['messages'];
const links = ['messages', 'reply_links'];
const roles = (window: number, needs: string[]): MetricSpec => ({ unit: 'people', window, needs, provisional: true });

/** Version of all formulas; raised when a number may change for the same log. */
export const METRICS_VERSION = 1;

/** Every metric by id. */
export const CATALOGUE = {
  'act.speakers': { unit: 'people', window: 28, needs: msgs },
  'act.speakers.7d': { unit: 'people', window: 7, needs: msgs },
  'act.messages': { unit: 'count', window: 28, needs: msgs },
  'act.effSpeakers': { unit: 'people', window: 28, needs: msgs },
  'act.participation': { unit: 'share', window: 28, needs: ['messages', 'joins'] },
  'act.real': { unit: 'points_per_day', window: 7, needs: ['messages', 'text'], provisional: true },
  'act.fake': { unit: 'index', window: 28, needs: ['messages', 'text'], provisional: true },
  'act.ownerShare': { unit: 'share', window: 28, needs: ['messages', 'owner'] },
  'act.burst': { unit: 'index', window: 28, needs: msgs },
  'con.gini': { unit: 'index', window: 28, needs: msgs },
  'con.top10': { unit: 'share', window: 28, needs: msgs },
  'con.bus': { unit: 'people', window: 90, needs: ['messages', 'text'], provisional: true },
  'con.kolDep': { unit: 'share', window: 28, needs: [...links, 'text'], provisional: true },
  'net.centr': { unit: 'index', window: 28, needs: links },
  'net.type': { unit: 'index', window: 28, needs: links, provisional: true },
  'net.recip': { unit: 'index', window: 28, needs: links },
  'net.density': { unit: 'index', window: 28, needs: links },
  'net.cluster': { unit: 'index', window: 28, needs: links },
  'net.core': { unit: 'count', window: 28, needs: links },
  'net.Q': { unit: 'index', window: 28, needs: links, provisional: true },
  'net.btw': { unit: 'index', window: 28, needs: links },
  'net.constraint': { unit: 'index', window: 28, needs: links },
  'net.particip': { unit: 'index', window: 28, needs: links },
  'role.thinker': roles(56, links),
  'role.critic': roles(56, links),
  'role.conflict': roles(56, links),
  'role.bystander': roles(84, ['messages', 'joins', 'reads']),
  'role.silent': roles(84, ['messages', 'joins', 'reads']),
  'role.unspoken': roles(84, ['messages', 'joins']),
  'role.leader': roles(56, links),
  'role.payer': roles(56, ['messages', 'purchases']),
  'role.advertiser': roles(56, ['messages', 'text']),
  'role.zombie': roles(56, ['messages', 'reads']),
  'role.producer': roles(56, ['messages', 'text']),
  'role.successor': roles(56, links),
  'role.connector': roles(56, links),
  'role.answerer': roles(56, links),
  'role.lurk': { unit: 'share', window: 84, needs: ['messages', 'joins'] },
  'seg.271': { unit: 'share', window: 28, needs: ['messages', 'text'], provisional: true },
  'key.set': { unit: 'people', window: 56, needs: links, provisional: true },
  'conv.threads': { unit: 'count', window: 7, needs: links },
  'conv.depth': { unit: 'count', window: 7, needs: links },
  'conv.width': { unit: 'people', window: 7, needs: links },
  'conv.linkConf': { unit: 'share', window: 28, needs: links },
  'sla.median': { unit: 'minutes', window: 28, needs: links },
  'sla.p15': { unit: 'share', window: 28, needs: links },
  'sla.p60': { unit: 'share', window: 28, needs: links },
  'sla.p1440': { unit: 'share', window: 28, needs: links },
  'sla.unanswered': { unit: 'share', window: 28, needs: links },
  'qa.trap': { unit: 'index', window: 28, needs: links, provisional: true },
  'msg.value': { unit: 'index', window: 28, needs: ['messages', 'text'], provisional: true },
  'msg.info': { unit: 'share', window: 7, needs: ['messages', 'text'], provisional: true },
  'risk.heat': { unit: 'index', window: '10min in 28d', needs: [...links, 'text'], provisional: true },
  'risk.offense': { unit: 'share', window: 7, needs: ['messages', 'text'] },
  'risk.ads': { unit: 'share', window: 7, needs: ['messages', 'text'] },
  'life.stage': { unit: 'index', window: 42, needs: msgs, provisional: true },
  'life.D': { unit: 'days', window: 'history', needs: msgs },
  'life.pDead30': { unit: 'share', window: 'history', needs: msgs, provisional: true },
  'life.pDead90': { unit: 'share', window: 'history', needs: msgs, provisional: true },
  'life.km': { unit: 'days', window: 'portfolio', needs: ['portfolio'] },
  'mem.churnP': { unit: 'share', window: 28, needs: msgs },
  'mem.zombie': { unit: 'share', window: 60, needs: ['reads'] },
  'mem.retK': { unit: 'share', window: 'history', needs: ['messages', 'joins'] },
  'mem.newReply': { unit: 'share', window: 28, needs: links },
  'mem.newReturn': { unit: 'share', window: 56, needs: msgs },
  'mem.react': { unit: 'percent_point', window: 28, needs: ['experiment'] },
  'grow.K': { unit: 'index', window: 28, needs: ['inviters'] },
  'grow.cycle': { unit: 'days', window: 28, needs: ['inviters'] },
  'grow.depth3': { unit: 'share', window: 'history', needs: ['inviters'] },
  'grow.virality': { unit: 'hops', window: 'history', needs: ['inviters'] },
  'funnel.acquisition': { unit: 'people', window: 28, needs: ['joins'] },
  'funnel.activation': { unit: 'share', window: 'cohort', needs: ['joins', 'reply_links'], provisional: true },
  'funnel.retention': { unit: 'share', window: 'cohort', needs: ['joins'] },
  'funnel.referral': { unit: 'share', window: 'cohort', needs: ['inviters'] },
  'funnel.revenue': { unit: 'share', window: 'cohort', needs: ['purchases'] },
  'buy.rfm': { unit: 'index', window: 365, needs: ['purchases'] },
  'buy.alive': { unit: 'share', window: 'history', needs: ['purchases'] },
  'buy.exp': { unit: 'count', window: 'history', needs: ['purchases'] },
  'time.best': { unit: 'lift', window: 56, needs: links },
  'promo.share': { unit: 'share', window: 7, needs: ['promotion_labels'] },
  'promo.perWeek': { unit: 'count', window: 7, needs: ['promotion_labels'] },
  'promo.fatigue': { unit: 'percent_point', window: 56, needs: ['promotion_labels'] },
  'credit.balance': { unit: 'index', window: 'history', needs: ['promotion_labels'] },
  'exp.effect': { unit: 'index', window: 'design', needs: ['experiment'] },
} as const satisfies Record<string, MetricSpec>;

/** The id of a metric. */
export type MetricId = keyof typeof CATALOGUE;
