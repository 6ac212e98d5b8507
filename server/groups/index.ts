/** The public face of `groups`; later modules import nothing else of it. */
export { countGroupActivity } from './activity.ts';
export { groupChanged, groupCreated, groupDissolved } from './events.ts';
export {
  groupShape,
  publicGroup,
  publicGroupShape,
  showGroup,
  tiers,
  type Group,
  type GroupState,
  type Notice,
  type Tier,
} from './group.ts';
export {
  createGroup,
  dissolveGroup,
  findGroup,
  findGroupById,
  getGroup,
  moveLifecycle,
  setGroupState,
  updateGroup,
  type GroupChange,
  type GroupTarget,
  type NewGroup,
} from './groups.ts';
export { findRecentGroup } from './recent.ts';
export { lifecycles, type Lifecycle } from './lifecycle.ts';
export {
  addressOf,
  createLink,
  findLink,
  getLink,
  listLinkChannels,
  useLink,
  type DeadLink,
  type FoundLink,
  type JoinLink,
} from './links.ts';
export { countSeats, freeSeats, takeSeats, type Seats } from './seats.ts';
export {
  isGroupPicture,
  selectGroupNames as listGroupNames,
  selectLivingGroups as listLivingGroups,
  type GroupFace,
} from './store/groups.ts';
export {
  selectDays as listGroupDays,
  selectDaysOfAll as listDaysOfGroups,
  type GroupActivity,
  type GroupDay,
} from './store/days.ts';
export {
  selectLivingCommunities as listLivingCommunities,
  selectPulses as listPulses,
  type GroupPulse,
  type PulseCounts,
} from './store/pulse.ts';
