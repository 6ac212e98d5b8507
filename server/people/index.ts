/** The public face of `people`: what later modules may call, hear and fill. */
export {
  anyMember,
  currentIdentityId,
  currentMembership,
  deviceOf,
  mayListenToGroup,
  memberOfCommunity,
  memberOfGroup,
  type CurrentMembership,
  isInCommunity,
} from './access.ts';
export { acceptApplication, declineApplication, type Application } from './application.ts';
export { countArrivals, listArrivals, listBrought, type Brought, type Comer, type EntranceKey } from './arrivals.ts';
export { banMember, unbanMember, type BanScope } from './ban.ts';
export { countPeopleActivity, haveSpoken, type PeopleActivity } from './day.ts';
export {
  behaviourWindows,
  countWeeksSpoken,
  listAccountsOf,
  listPersonsOf,
  identitiesInGroups,
  identitiesInvitedBy,
  personsNamed,
  personsWithCard,
  readPeopleFacts,
  type PersonAccounts,
} from './facts.ts';
export { cardLines, cardShape, emptyCard, maskCard, readCard, type Card, type CardLine } from './card.ts';
export { mayContact, type ContactReason } from './contact.ts';
export { listFaces, type PersonFace } from './faces.ts';
export { listPeopleByIds, type PersonLine } from './directory.ts';
export { checkName, foldName, longestName, type NameProblem } from './name.ts';
export { erasePerson } from './erase.ts';
export {
  accountsMoved,
  applicationDecided,
  applicationReceived,
  identityChanged,
  memberBanned,
  memberJoined,
  memberLeft,
  memberMuted,
  memberRoleChanged,
  memberUnbanned,
  memberUnmuted,
  personErased,
} from './events.ts';
export {
  findIdentity,
  getIdentity,
  identifySenders,
  listIdentities,
  listIdentitiesNamed,
  officialIdentity,
  webCarrier,
  type Identity,
} from './identity.ts';
export { joinByCode, lookAtDoor, type Door, type JoinState } from './join.ts';
export {
  findMembership,
  kickMember,
  leaveGroup,
  listMemberIds,
  listMemberships,
  longestMuteDays,
  muteMember,
  openMembership,
  restoreMembership,
  setMemberRole,
  unmuteMember,
  type ActRefusal,
  type Arrival,
  type MemberRole,
  type Membership,
  type Seat,
} from './membership.ts';
export { listMembers, readIdCursor } from './person.ts';
export { personShape } from './routes/directory.ts';
export { memberRoles } from './membership.ts';
export { isFace } from './picture.ts';
export { listLastDays, listStandings, type Tenure } from './standing.ts';
export { listDevicesOf } from './device.ts';
export { recordPresence, type Presence } from './presence.ts';
export { describeJoinPage } from './share.ts';
export {
  findLived,
  listCards,
  listKnownPeople,
  renameAccounts,
  replaceCards,
  takeBackPeople,
  writeDownPeople,
  writeDownStays,
  type Account,
  type KnownPerson,
  type MadeStay,
  type ToWriteDown,
} from './written-down.ts';
export {
  asksApproval,
  mayJoin,
  personErase,
  personExport,
  personTimeline,
  type ApprovalReason,
  type JoinAttempt,
  type JoinGate,
  type JoinVerdict,
  type PersonEraser,
  type PersonExporter,
  type PersonTimeline,
  type Step,
  type StepField,
  type TimelineEntry,
  type TimelineWish,
} from './slots.ts';
