import type { Reader } from './reader.ts';
import { chatlabJson, chatlabLines } from './readers/chatlab.ts';
import { chatlogCsv, chatlogJson, chatlogText } from './readers/chatlog.ts';
import { discordCsv, discordJson } from './readers/discord.ts';
import { genericCsv, genericJson } from './readers/generic.ts';
import { instagram } from './readers/instagram.ts';
import { irc } from './readers/irc.ts';
import { lineTxt } from './readers/line-txt.ts';
import { qqExporter } from './readers/qq-exporter.ts';
import { qqTxt } from './readers/qq-txt.ts';
import { signal } from './readers/signal.ts';
import { slackDay } from './readers/slack.ts';
import { telegram } from './readers/telegram.ts';
import { wechatPaste } from './readers/wechat-paste.ts';
import { wechatmsg } from './readers/wechatmsg.ts';
import { weflow } from './readers/weflow.ts';
import { whatsapp } from './readers/whatsapp.ts';

/** Every format that can be read; of equally sure probes the earlier one wins. */
export const readers: readonly Reader[] = [
  telegram,
  discordJson,
  discordCsv,
  slackDay,
  instagram,
  qqExporter,
  chatlabJson,
  chatlabLines,
  weflow,
  chatlogJson,
  chatlogCsv,
  chatlogText,
  wechatmsg,
  signal,
  whatsapp,
  qqTxt,
  lineTxt,
  irc,
  wechatPaste,
  genericCsv,
  genericJson,
];
