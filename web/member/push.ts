// Whether and how this phone takes pushes, and what its member wants to hear.
import { answerOf, api } from '../kit/api.ts';
import { settled } from './group.ts';

/** Where this phone stands. `insecure` = the page came over plain http, where browsers allow no pushes. */
export type PushState = 'unsupported' | 'insecure' | 'denied' | 'off' | 'on';

/** What a member wants to hear of a group. */
export type Level = 'all' | 'calls' | 'none';

/** A member's wish for a group, and the minutes of the day in which nobody is woken. */
export interface Wish {
  level: Level;
  quiet: { from: number; to: number };
}

/** Where this phone stands now. */
export async function readPushState(): Promise<PushState> {
  if (!window.isSecureContext) return 'insecure';
  if (!('serviceWorker' in navigator) || !('PushManager' in window)) return 'unsupported';
  if (Notification.permission === 'denied') return 'denied';
  const registration = await navigator.serviceWorker.getRegistration('/');
  const subscription = await registration?.pushManager.getSubscription();
  if (!subscription) return 'off';
  const { subscribed } = await answerOf(api.GET('/api/member/push'));
  return subscribed ? 'on' : 'off';
}

/** Asks the browser and subscribes. Gives where the phone stands then. */
export async function turnPushOn(): Promise<PushState> {
  if ((await Notification.requestPermission()) !== 'granted') return 'denied';
  const { publicKey } = await answerOf(api.GET('/api/member/push'));
  const registration = await navigator.serviceWorker.register('/sw.js');
  await navigator.serviceWorker.ready;
  const wish = { userVisibleOnly: true, applicationServerKey: publicKey };
  const made = await registration.pushManager.subscribe(wish).catch(async () => {
    // A subscription under an older key of the installation stands in the way.
    await (await registration.pushManager.getSubscription())?.unsubscribe();
    return registration.pushManager.subscribe(wish);
  });
  const { endpoint, keys } = made.toJSON();
  const body = { endpoint: endpoint!, p256dh: keys!.p256dh!, auth: keys!.auth! };
  await settled(api.PUT('/api/member/push', { body }));
  return 'on';
}

/** Takes no pushes any more. */
export async function turnPushOff(): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration('/');
  await (await registration?.pushManager.getSubscription())?.unsubscribe();
  await settled(api.DELETE('/api/member/push'));
}

/** What the member wants to hear of a group. */
export async function getWish(groupId: string): Promise<Wish> {
  return answerOf(api.GET('/api/member/groups/{groupId}/notices', { params: { path: { groupId } } }));
}

/** Says what to hear of a group. */
export async function setLevel(groupId: string, level: Level): Promise<void> {
  await settled(api.PUT('/api/member/groups/{groupId}/notices', { params: { path: { groupId } }, body: { level } }));
}

/** Says when not to be woken. */
export async function setQuiet(communityId: string, quiet: Wish['quiet']): Promise<void> {
  const params = { path: { communityId } };
  await settled(api.PUT('/api/member/communities/{communityId}/quiet-hours', { params, body: quiet }));
}
