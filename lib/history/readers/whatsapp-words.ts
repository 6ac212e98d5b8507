/**
 * What WhatsApp says by itself, in the languages of its phones: rows about the group, and the words that stand for
 * a picture, a recording or a message taken back. Rows that no rule knows stay system rows of kind `other`.
 */
import type { MediaKind, Participant, SystemKind } from '../model.ts';

interface SystemRule {
  kind: SystemKind;
  pattern: RegExp;
}

const rule = (kind: SystemKind, source: string): SystemRule => ({ kind, pattern: new RegExp(`^(?:${source})`, 'isu') });

const RULES: readonly SystemRule[] = [
  rule(
    'settings',
    '.*(?:end-to-end encrypted|端到端加密|端对端加密|端對端加密|エンドツーエンド|종단간 암호화|cifrad[oa]s? de extremo|criptografia de ponta|chiffrés? de bout|Ende-zu-Ende|crittografat[ie] end|сквозным шифрованием|end-to-end versleuteld|uçtan uca şifreli|terenkripsi secara end)',
  ),
  rule(
    'settings',
    '.*(?:security code|安全码|安全碼|disappearing messages|限时消息|限時訊息|changed (?:their|to a new) (?:phone )?number|changed to \\+)',
  ),
  rule('create', '(?<actor>.+?) created (?:this )?(?:group|community)'),
  rule('create', '(?<actor>.+?)\\s?(?:已)?(?:创建|創建|建立)了?(?:此|该|該|这个|這個|本)?(?:群|社群)'),
  rule(
    'create',
    '(?<actor>.+?) (?:creó el grupo|criou (?:o|este) grupo|a créé (?:le|ce) groupe|ha creato il gruppo|hat die(?:se)? Gruppe .*erstellt|heeft (?:de|deze) groep .*(?:gemaakt|aangemaakt)|создала?(?:\\(-а\\))? группу|membuat grup)',
  ),
  rule('create', '(?<actor>.+?)(?:さん)?がグループ.*作成|(?<actor2>.+?)님이 .*그룹.*만'),
  rule('join', '(?<actor>.+?) joined (?:using|via|from|the|this)'),
  rule('join', '(?<actor>.+?)\\s?(?:已)?(?:使用|通过|透過|經由|经由).*(?:链接|連結|邀请|邀請).*加入'),
  rule(
    'join',
    '(?<actor>.+?) (?:se unió|entrou usando|a rejoint|è entrat[oa]|ist .*beigetreten|присоединил|bergabung)|(?<actor2>.+?)さんが.*参加|(?<actor3>.+?)님이 .*참여',
  ),
  rule('join', '(?<actor>.+?)\\s?已?加入了?(?:群|此|本|社群|$)'),
  rule(
    'leave',
    '(?<actor>.+?) (?:left(?: the group)?\\.?$|salió|saiu|a quitté|è uscit[oa]|ha abbandonato|hat die Gruppe verlassen|heeft de groep verlaten|покинула?|вышела?|keluar$|gruptan ayrıldı)',
  ),
  rule(
    'leave',
    '(?<actor>.+?)\\s?(?:已|已经|已經)?(?:退出|离开|離開)了?(?:群|本群|此群|$)|(?<actor2>.+?)さんが退(?:出|会)|(?<actor3>.+?)님이 나갔',
  ),
  rule('role', '.*(?:now an admin|no longer an admin|管理员|管理員)'),
  rule('invite', '(?<targets>.+?) (?:was|were) added|(?<actor>.+?) added (?<targets2>.+)'),
  rule('invite', '(?<actor>.+?)\\s?(?:已(?:添加|新增|邀请|邀請)了?|(?:添加|新增|邀请|邀請)了)\\s?(?<targets>.+)'),
  rule(
    'invite',
    '(?<actor>.+?) (?:añadió a|agregó a|adicionou|a ajouté|ha aggiunto|добавила?|menambahkan) (?<targets>.+)|(?<actor2>.+?) (?:hat|heeft) (?<targets2>.+) (?:hinzugefügt|toegevoegd)|(?<actor3>.+?)さんが(?<targets3>.+?)(?:さん)?を追加|(?<actor4>.+?)님이 (?<targets4>.+?)님을 추가',
  ),
  rule('remove', '(?<targets>.+?) (?:was|were) removed|(?<actor>.+?) removed (?<targets2>.+)'),
  rule(
    'remove',
    '(?<actor>.+?)\\s?(?:已(?:移除|踢出)了?|(?:移除|踢出)了)\\s?(?<targets>.+)|(?<actor2>.+?)\\s?(?:已)?[将將](?<targets2>.+?)(?:移除|移出)',
  ),
  rule(
    'remove',
    '(?<actor>.+?) (?:eliminó a|removeu|a retiré|ha rimosso|удалила?|mengeluarkan) (?<targets>.+)|(?<actor2>.+?) (?:hat|heeft) (?<targets2>.+) (?:entfernt|verwijderd)',
  ),
  rule(
    'picture',
    "(?<actor>.+?) (?:changed|deleted) (?:this|the) group['’]s icon|(?<actor2>.+?)\\s?(?:已)?(?:更改|更换|更換|修改|刪除|删除)了?.*(?:图标|圖示|头像|頭像|圖像)",
  ),
  rule(
    'notice',
    '(?<actor>.+?) changed the (?:group )?description|(?<actor2>.+?)\\s?(?:已)?(?:更改|修改)了?.*(?:描述|说明|說明|简介)',
  ),
  rule(
    'rename',
    '(?<actor>.+?) (?:changed the (?:subject|group name)|cambió el asunto|alterou o (?:nome|assunto)|a changé (?:le sujet|l.objet)|ha cambiato l.oggetto|hat den (?:Betreff|Gruppennamen))|(?<actor2>.+?)\\s?(?:已)?(?:更改|修改|将|將)了?.*(?:群名|名称|名稱|主题|主題|主旨)',
  ),
  rule('pin', '(?<actor>.+?) pinned a message|(?<actor2>.+?)\\s?(?:已)?(?:置顶|置頂|釘選)'),
  rule('call', '.*(?:missed (?:group )?(?:voice|video) call|(?:未接|錯過的)(?:语音|語音|视频|視訊|視像)通[话話])'),
];

/** What a system row says, as far as it is understood. */
export interface SystemRow {
  kind: SystemKind;
  actor?: Participant;
  targets?: Participant[];
}

/** Reads a row without author. */
export function readSystemRow(text: string): SystemRow {
  for (const { kind, pattern } of RULES) {
    const found = pattern.exec(text);
    if (!found) continue;
    const row: SystemRow = { kind };
    const actor = pickGroup(found, 'actor');
    const targets = pickGroup(found, 'targets');
    if (actor !== undefined && actor.length <= 80) row.actor = { name: cleanName(actor) };
    if (targets !== undefined) row.targets = splitNames(targets);
    return row;
  }
  return { kind: 'other' };
}

/** Whether a text says what only the system says; used where a name looks odd. */
export function isSystemText(text: string): boolean {
  return readSystemRow(text).kind !== 'other';
}

function pickGroup(found: RegExpExecArray, name: string): string | undefined {
  const groups = found.groups ?? {};
  for (const key of [name, `${name}2`, `${name}3`, `${name}4`]) if (groups[key] !== undefined) return groups[key];
  return undefined;
}

/** Takes the marks off a name: direction marks, and the `~` that stands before names of people not in the contacts. */
export function cleanName(name: string): string {
  return name
    .replaceAll(/[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, '')
    .replace(/^~[\s\u202f\u00a0]*/u, '')
    .trim();
}

function splitNames(text: string): Participant[] {
  return text
    .replace(/(?:\.|到群组|到群組|进群|進群|到此群组|del grupo|de la gruppe)$/iu, '')
    .split(/,\s|、|\sand\s|\s和\s?|\s與\s?|\sy\s|\set\s|\sund\s/iu)
    .map((name) => ({ name: cleanName(name) }))
    .filter(({ name }) => name !== '' && name.length <= 80);
}

const MEDIA_WORDS: readonly [RegExp, MediaKind][] = [
  [/image|photo|图像|图片|圖片|圖像|照片|imagen|imagem|bild|immagine|画像|사진|изображение|afbeelding|foto/iu, 'image'],
  [/video|视频|影片|視訊|vídeo|vidéo|動画|동영상|видео/iu, 'video'],
  [/sticker|贴图|贴纸|貼圖|figurinha|autocollant|스티커|стикер|gif/iu, 'sticker'],
  [/audio|voice|音频|音訊|语音|語音|áudio|음성|аудио|ptt/iu, 'voice'],
  [/document|文件|文档|檔案|documento|dokument|документ|file/iu, 'file'],
];
const OMITTED =
  /(?:omitted|omitid[oa]s?|ocult[oa]s?|omis(?:es)?|omess[oia]|weggelassen|ausgeschlossen|weggelaten|udeladt|utelatt|utelämnad|poistettu|pominięto|vynechán[ao]?|tidak disertakan|dihapus|edilmedi|без медиафайлов|пропущено|省略|略去|忽略|생략|略した|なし)/iu;
const ATTACHED = /^<[^<>:：]{2,20}[:：]\s?([^<>]+)>$/u;
const ATTACHED_FILE = /^(\S.{0,120}\.\w{2,5})\s\((?:[^()]{3,40})\)$/u;

/** The kind and name of the media that a text stands for; nothing when it is a text. */
export function readMediaText(text: string): { kind: MediaKind; name?: string } | undefined {
  const plain = text.replaceAll(/[\u200e\u200f]/gu, '').trim();
  if (plain.length > 180 || plain.includes('\n')) return undefined;
  const named = plain.endsWith('>') ? ATTACHED.exec(plain) : plain.endsWith(')') ? ATTACHED_FILE.exec(plain) : null;
  if (named?.[1] !== undefined && /\.\w{2,5}$/u.test(named[1]))
    return { kind: kindOfFile(named[1]), name: named[1].trim() };
  if (plain.length > 40 || !OMITTED.test(plain)) return undefined;
  const wrapped = /^<.+>$/u.test(plain);
  const word = MEDIA_WORDS.find(([pattern]) => pattern.test(plain));
  // Without angle brackets only `<kind> omitted` counts: people do write the word "omitted".
  if (!wrapped && (!word || plain.split(/\s/u).length > 4)) return undefined;
  return { kind: wrapped || !word ? 'other' : word[1] };
}

function kindOfFile(name: string): MediaKind {
  if (/-PHOTO-|^IMG-|\.(?:jpe?g|png|heic)$/iu.test(name)) return 'image';
  if (/-STICKER-|^STK-|\.webp$|\.gif$/iu.test(name)) return 'sticker';
  if (/-VIDEO-|^VID-|\.(?:mp4|mov|3gp)$/iu.test(name)) return 'video';
  if (/-AUDIO-|^PTT-|^AUD-|\.(?:opus|ogg|m4a|mp3)$/iu.test(name)) return 'voice';
  return 'file';
}

/** A message that its author or an admin took back. */
export const RECALLED =
  /^\u200e?(?:(?:this message was deleted|you deleted this message|this message was deleted by admin)\b|(?:此消息已|您已|你已|您|你)?(?:删除|刪除|撤回|收回)(?:了|此|这条|這則|這條|一条|一則)*(?:消息|訊息)|此?(?:訊息|消息)已(?:被)?(?:刪除|删除|撤回|收回)|se eliminó este mensaje|mensagem apagada|ce message a été supprimé|diese nachricht wurde gelöscht|questo messaggio è stato eliminato|данное сообщение удалено)/iu;

/** The note behind a text that was changed later. */
export const EDITED =
  /\s?\u200e?<(?:this message was edited|此消息已编辑|此訊息已編輯|已编辑此消息|已編輯此訊息|se editó este mensaje\.?|mensagem editada|ce message a été modifié|diese nachricht wurde bearbeitet\.?|questo messaggio è stato modificato)>$/iu;
