/**
 * The neutral model: what every reader yields, whatever the export it came from.
 * A field is absent when the format does not tell; nothing here is ever guessed without a note in the report.
 */

/** A person or a bot as the export names them. */
export interface Participant {
  /** The platform's own id, when the export has one. */
  externalId?: string;
  name: string;
  isBot?: true;
  /** The owner of the exported account. */
  isSelf?: true;
  /** A title that the export shows beside the name, such as 管理员. */
  role?: string;
  /** Set when a relay bot speaks for somebody on another platform: the bot's own name. */
  relayedBy?: string;
}

/** The room in which something was said. */
export interface HistoryGroup {
  externalId?: string;
  name?: string;
  kind?: 'group' | 'private' | 'channel';
}

/** The earlier message that this one answers, as far as the export shows it. */
export interface Quote {
  externalId?: string;
  authorId?: string;
  authorName?: string;
  text?: string;
}

/** One emoji with the number of people who used it, and who they were when the export lists them. */
export interface Reaction {
  emoji: string;
  count: number;
  by?: Participant[];
}

/** Somebody named inside a text. */
export interface Mention {
  externalId?: string;
  name?: string;
}

export type MediaKind = 'image' | 'video' | 'voice' | 'audio' | 'file' | 'sticker' | 'other';

/** A picture, recording or file that belonged to a message; only its description, never its bytes. */
export interface Attachment {
  kind: MediaKind;
  name?: string;
  mimeType?: string;
  bytes?: number;
  seconds?: number;
}

export type MessageKind =
  | 'text'
  | 'image'
  | 'video'
  | 'voice'
  | 'audio'
  | 'file'
  | 'sticker'
  | 'link'
  | 'location'
  | 'contact'
  | 'red_packet'
  | 'transfer'
  | 'call'
  | 'poke'
  | 'poll'
  | 'forward'
  | 'share'
  | 'other';

export type SystemKind =
  | 'create'
  | 'join'
  | 'leave'
  | 'invite'
  | 'remove'
  | 'rename'
  | 'picture'
  | 'notice'
  | 'pin'
  | 'recall'
  | 'role'
  | 'call'
  | 'settings'
  | 'red_packet'
  | 'poke'
  | 'other';

/** When something happened, and how much is known about it. */
export interface Moment {
  /**
   * Milliseconds since 1970. UTC when `zoneKnown`, or when `zoneAssumed` names the zone it was placed in;
   * otherwise the wall clock of the exporting device, written as if it were UTC.
   */
  at: number;
  zoneKnown: boolean;
  zoneAssumed?: string;
}

interface Placed extends Moment {
  externalId?: string;
  group?: HistoryGroup;
  /** Where it stands in the file, for reports; absent where a format has no lines. */
  line?: number;
}

/** Something said by a person or a bot. */
export interface HistoryMessage extends Placed {
  type: 'message';
  author: Participant;
  kind: MessageKind;
  text: string;
  replyTo?: Quote;
  threadId?: string;
  forwardedFrom?: string;
  mentions?: Mention[];
  reactions?: Reaction[];
  attachments?: Attachment[];
  edited?: true;
  editedAt?: number;
  /** Withdrawn by its author; the text is what the export left of it. */
  recalled?: true;
}

/** Something that happened to the group rather than was said in it. */
export interface HistoryEvent extends Placed {
  type: 'system';
  kind: SystemKind;
  text: string;
  actor?: Participant;
  targets?: Participant[];
}

/** One step of the neutral stream. */
export type HistoryItem = HistoryMessage | HistoryEvent;
