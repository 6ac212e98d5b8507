/** What a diagnosis says, as codes with parameters: sentences about a group, and steps to take. The words are in the report. */
export type FindingTone = 'good' | 'neutral' | 'watch' | 'bad';

/** A sentence as a code with parameters; `person`, `people`, `message` hold ids, days and hours are local. */
export interface Finding {
  code: FindingCode;
  tone: FindingTone;
  params: Record<string, FindingParam>;
  /** Ids of the metrics that it rests on. */
  metrics: string[];
  evidence: string[];
}

export type FindingParam = string | number | boolean | null | string[];

/** All codes of sentences; the parameters of each stand behind it. */
export type FindingCode =
  // What it is: all with {messages, speakers, days}.
  | 'kind.empty' // {}
  | 'kind.too_little' // {messages, speakers, days}
  | 'kind.little_lately' // {messages, speakers} of four weeks; before there was more
  | 'kind.dialogue' // {people: [a, b], share: share of the more talkative}
  | 'kind.community' // {speakers, effective, reciprocity}
  | 'kind.busy_room' // {speakers, effective, topShare} much talk, few voices or little worth
  | 'kind.broadcast' // {person, share} one speaks, the rest listens
  | 'kind.answer_desk' // {person, qaShare} question, answer, gone
  | 'kind.gone_quiet' // {quietDays, lastDay}
  // Who carries it.
  | 'people.key_set' // {people, share} these few carry so much of the value
  | 'people.one_pillar' // {person, share, dependence}
  | 'people.spread' // {people: k, share: .5} no few people carry it
  | 'people.unclear' // {speakers, messages}
  // What the talk is worth.
  | 'value.rich' // {info, ads, topic}
  | 'value.mixed' // {info, ads, topic}
  | 'value.thin' // {info, ads, fake}
  | 'value.was' // {info, ads, topic} before it fell silent
  | 'value.unclear' // {messages}
  // Where it goes.
  | 'direction.growing' // {slope, weeks, quiet30}
  | 'direction.steady' // {slope, weeks, quiet30}
  | 'direction.falling' // {slope, weeks, quiet30}
  | 'direction.dip' // {before, after} speakers per week: steady until two weeks ago
  | 'direction.broken' // {breakDays, thresholdDays} stopped and started again, or days are missing
  | 'direction.new' // {days}
  | 'direction.dead' // {quietDays, thresholdDays, lastDay}
  | 'direction.unclear' // {weeks}
  // What to do first.
  | 'next.step' // {advice: code}
  | 'next.none' // {}
  // Others.
  | 'risk.dependence' // {person, share}
  | 'risk.questions_unanswered' // {share, questions}
  | 'risk.newcomers_unanswered' // {share, newcomers}
  | 'risk.ads' // {share, people}
  | 'risk.heat' // {people, heat, message}
  | 'risk.answer_trap' // {qaShare, oneShot, answerers}
  | 'risk.fewer_speakers' // {before, after}
  | 'risk.fake_activity' // {messagesChange, speakersChange}
  | 'risk.owner_alone' // {person, share}
  | 'risk.churn' // {people, churn}
  | 'strength.answers_fast' // {minutes, within60}
  | 'strength.newcomers_stay' // {share, newcomers}
  | 'strength.mesh' // {centralization, reciprocity}
  | 'strength.many_voices' // {effective}
  // What a person brings.
  | 'brings.topics' // {roots, distinctRepliers}
  | 'brings.answers' // {answers, people}
  | 'brings.content' // {messages, share}
  | 'brings.bridge' // {circles}
  | 'brings.welcome' // {newcomers}
  | 'brings.talk' // {messages, share}
  | 'brings.doubt' // {disagreements}
  | 'brings.ads'; // {ads}

/** All codes of steps; the parameters of each stand behind it. `day` is local, `weekday` 1 = Monday. */
export type AdviceCode =
  | 'answer_question' // {person, message, hours}: who asked, which question, how long it waits
  | 'welcome_newcomer' // {person, message, day}
  | 'share_the_load' // {person, share, other}: carries too much; `other` may stand beside
  | 'speak_less' // {person, share}: owner or centre talks most
  | 'give_a_topic' // {person, weekday, hour, message}: a thinker, the best hour, a topic of theirs that drew people
  | 'repeat_topic' // {message, people, messages}: the thread that drew most different people
  | 'keep_knowledge' // {person, message}: the most valuable message; write it down for all
  | 'recall_person' // {person, message, days}: was active, is silent
  | 'stop_ads' // {person, messages, message}
  | 'calm_down' // {people, message}
  | 'talk_at_hour' // {weekday, hour, lift}
  | 'wake_weekday' // {weekday, share}: the emptiest day of the week
  | 'introduce_people' // {people: [a, b], person?}: two who speak at the same hours and never to each other
  | 'bridge_circles' // {person, circles: [a, b], people}
  | 'write_faq' // {person, message, questions}: a few answer all
  | 'raise_successor' // {person, days}
  | 'invite_doubt' // {person, message}
  | 'turn_decline' // {before, after, people}: fewer speakers; those who fell silent
  | 'close_or_wake' // {message, quietDays, person}
  | 'invite_quiet' // {person, day}: joined and never spoke
  | 'third_voice' // {people}: two people only
  | 'first_questions' // {person, message}: too little talk to judge: start so
  | 'longer_export' // {messages, days}: the log is too short for most numbers
  | 'thank_person'; // {person, message, replies}

/** One concrete step and what in the log calls for it. */
export interface Advice {
  code: AdviceCode;
  /** Higher is more useful; only for order. */
  weight: number;
  params: Record<string, FindingParam>;
  /** The findings behind it: the metric, its value and the mark that it crossed. */
  because: { metric: string; value: number | string | null; mark: number | string | null }[];
  /** Ids of the messages that triggered it. */
  evidence: string[];
}
