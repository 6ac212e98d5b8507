/** Made from the API by `node server/openapi.ts --types`; not edited by hand. */

export interface paths {
  '/api/archives/{code}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The archive of a link that the team has made
     * @description Access: anyone.
     */
    get: operations['people.download_by_link'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/audit': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Sign-ins, users and whatever else concerns no single community
     * @description Access: installation permission audit.read_installation.
     */
    get: operations['audit.list_installation_lines'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/auth/sign-in/email': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Sign in with e-mail and password; sets the session cookie unless a code is still needed
     * @description Access: anyone.
     */
    post: operations['auth.sign_in'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/auth/sign-out': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Sign out in this browser; harmless when nobody is signed in
     * @description Access: anyone.
     */
    post: operations['auth.sign_out'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/auth/two-factor/verify-backup-code': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Second step of signing in without the phone: a backup code, which is then used up
     * @description Access: anyone.
     */
    post: operations['auth.verify_backup_code'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/auth/two-factor/verify-totp': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Second step of signing in: the code of the authenticator app
     * @description Access: anyone.
     */
    post: operations['auth.verify_totp'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The communities in which the caller has a role
     * @description Access: any operator.
     */
    get: operations['communities.list_communities'];
    put?: never;
    /**
     * Found a community, optionally with a built-in playbook; the caller becomes its owner
     * @description Access: installation permission communities.create.
     */
    post: operations['communities.create_community'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * One community
     * @description Access: permission communities.read.
     */
    get: operations['communities.get_community'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /**
     * Change name, kind, stage, time zone or the official voice
     * @description Access: permission communities.manage.
     */
    patch: operations['communities.update_community'];
    trace?: never;
  };
  '/api/communities/{communityId}/alarms': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What is or was unusual in a group, newest first; an alarm is settled through its task
     * @description Access: permission insight.read.
     */
    get: operations['insight.list_alarms'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/alarms/{alarmId}/quarrel': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What stands behind an alarm about a quarrel: the two, the words, what was done, and suggestions
     * @description Access: permission insight.read.
     */
    get: operations['insight.read_quarrel'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/alarms/{alarmId}/quarrel/no-quarrel': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * It was none: settles the alarm and lifts the threshold of the group a little
     * @description Access: permission carriers.act.
     */
    post: operations['insight.call_no_quarrel'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/alarms/{alarmId}/quarrel/note': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Says a calming word in the group with the official voice
     * @description Access: permission messages.send.
     */
    post: operations['insight.send_note'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/alarms/{alarmId}/quarrel/private-talk': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Makes a task for whoever asks: talk with one of the two, with a draft of the first words
     * @description Access: permission carriers.act.
     */
    post: operations['insight.ask_private_talk'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/alarms/{alarmId}/quarrel/slow-mode': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Slows the group down for a while; what was set before comes back by itself
     * @description Access: permission carriers.act.
     */
    post: operations['insight.slow_down'];
    /**
     * Ends the slow mode before its time
     * @description Access: permission carriers.act.
     */
    delete: operations['insight.undo_slow_mode'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/alert-settings': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * How much later than whoever is on duty the others are told; 0 = all at once
     * @description Access: permission team.read.
     */
    get: operations['alerts.get_settings'];
    /**
     * Change how much later the others are told; what waits already keeps its time
     * @description Access: permission team.manage.
     */
    put: operations['alerts.set_settings'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/answer-sample': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Answers of others that were drawn in a week for a second look; what others say of one is shown after one's own word
     * @description Access: permission desk.answer.
     */
    get: operations['desk.list_sample'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/answer-sample/{answerId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Say whether an answer that was drawn is right, kind and complete; saying it anew replaces it
     * @description Access: permission desk.answer.
     */
    put: operations['desk.review_answer'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/assumptions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What the team believes and has or has not tested, oldest first
     * @description Access: permission communities.read.
     */
    get: operations['communities.list_assumptions'];
    put?: never;
    /**
     * Note an assumption
     * @description Access: permission communities.manage.
     */
    post: operations['communities.add_assumption'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/assumptions/{assumptionId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Strike an assumption from the log
     * @description Access: permission communities.manage.
     */
    delete: operations['communities.remove_assumption'];
    options?: never;
    head?: never;
    /**
     * Change an assumption; confirming or refuting it needs evidence
     * @description Access: permission communities.manage.
     */
    patch: operations['communities.change_assumption'];
    trace?: never;
  };
  '/api/communities/{communityId}/audit': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Who did what in this community, newest first, each line with a sentence in the language of the reader
     * @description Access: permission audit.read.
     */
    get: operations['audit.list_lines'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/bans': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Bans, newest first
     * @description Access: permission people.moderate.
     */
    get: operations['people.list_bans'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/bans/{banId}/lift': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Lift a ban
     * @description Access: permission people.moderate.
     */
    post: operations['people.lift_ban'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/board': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The whole exchange board, also what is over or hidden, newest first; how much has come about
     * @description Access: permission introductions.read.
     */
    get: operations['introductions.list_entries'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/board/{entryId}/hide': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Take an entry off the board with a reason, which its owner reads
     * @description Access: permission introductions.moderate.
     */
    post: operations['introductions.hide_entry'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/board/{entryId}/show': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Put a hidden entry back
     * @description Access: permission introductions.moderate.
     */
    post: operations['introductions.show_entry'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/canvas': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The founding canvas: draft, adopted purpose, fit check, completeness by letter, missing answers
     * @description Access: permission communities.read.
     */
    get: operations['communities.get_canvas'];
    /**
     * Keep the canvas as a draft; with adopt it becomes the purpose that members see
     * @description Access: permission communities.manage.
     */
    put: operations['communities.save_canvas'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/care/contacts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Whom the team writes to and what came of it, newest first; who is held back is never named
     * @description Access: permission care.read.
     */
    get: operations['care.list_contacts'];
    put?: never;
    /**
     * Draw lots for people of the list: most become tasks, the others are left alone for four weeks; share 0 = by hand, not measured
     * @description Access: permission care.manage.
     */
    post: operations['care.reach_out'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/care/contacts/{contactId}/outcome': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Say what came of a contact, and why they went silent
     * @description Access: permission care.manage.
     */
    put: operations['care.note_outcome'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/care/fading': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Who comes much less than they used to, with the rule that orders the list and what contact was measured to do
     * @description Access: permission care.read.
     */
    get: operations['care.list_fading'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/care/kept': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Who is kept for good, with the reason, the latest first
     * @description Access: permission care.read.
     */
    get: operations['care.list_kept'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/care/kept/{identityId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Keep somebody whatever later rounds find
     * @description Access: permission care.manage.
     */
    put: operations['care.keep_always'];
    post?: never;
    /**
     * Let later rounds ask somebody again
     * @description Access: permission care.manage.
     */
    delete: operations['care.keep_no_longer'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/care/newcomers': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Who is in their first days and where they stand, the latest first
     * @description Access: permission care.read.
     */
    get: operations['care.list_newcomers'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/care/newcomers/{identityId}/greeting': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Make a task to say hello, with words ready to copy; once for each person
     * @description Access: permission care.greet.
     */
    post: operations['care.greet_newcomer'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/care/newcomers/path': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * How far newcomers get in their first days: those of the last four weeks as counts, those under way by where they stand
     * @description Access: permission care.read.
     */
    get: operations['care.read_path'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/care/round-preview': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Texts to begin with, and how many a round in this group would ask or leave alone
     * @description Access: permission care.manage.
     */
    get: operations['care.preview_round'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/care/rounds': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Name-card rounds with their figures, newest first
     * @description Access: permission care.read.
     */
    get: operations['care.list_rounds'];
    put?: never;
    /**
     * Begin a round: the group is told, answers are collected
     * @description Access: permission care.manage.
     */
    post: operations['care.start_round'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/care/rounds/{roundId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * One round with its figures
     * @description Access: permission care.read.
     */
    get: operations['care.get_round'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/care/rounds/{roundId}/close': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Close a round; what was planned and not done will not be done
     * @description Access: permission care.manage.
     */
    post: operations['care.close_round'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/care/rounds/{roundId}/decisions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Decide about people who have not answered: keep, talk to them, remove; null takes it back
     * @description Access: permission care.manage.
     */
    post: operations['care.decide_people'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/care/rounds/{roundId}/end': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * End the collecting before its time
     * @description Access: permission care.manage.
     */
    post: operations['care.end_round'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/care/rounds/{roundId}/people': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * People of a round by where they stand, with evidence
     * @description Access: permission care.read.
     */
    get: operations['care.list_round_people'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/care/rounds/{roundId}/people/{identityId}/undo': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Take a removal back: in again as before, and told so
     * @description Access: permission care.manage.
     */
    post: operations['care.undo_removal'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/care/rounds/{roundId}/removals': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Plan the removals that were decided, at most so many a day
     * @description Access: permission care.manage.
     */
    post: operations['care.start_removals'];
    /**
     * Stop all planned removals at once
     * @description Access: permission care.manage.
     */
    delete: operations['care.stop_removals'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/care/seeds': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Seed members of the groups with what came of their topics: those asked or active, or those who were
     * @description Access: permission care.read.
     */
    get: operations['care.list_seeds'];
    put?: never;
    /**
     * Ask a member to be a seed of a group; they answer on their own page
     * @description Access: permission care.seeds.
     */
    post: operations['care.ask_seed'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/care/seeds/{id}/end': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Thank a seed and end it, or take the question back
     * @description Access: permission care.seeds.
     */
    post: operations['care.end_seed'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/care/seeds/{id}/topics': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Give a seed a topic to open, until when
     * @description Access: permission care.seeds.
     */
    post: operations['care.give_topic'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/care/sorting': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * When groups were sorted, how many are on each list, and how often the team called it right
     * @description Access: permission care.sort.
     */
    get: operations['care.get_sorting'];
    put?: never;
    /**
     * Sort all groups in the background now, not only at night
     * @description Access: permission care.manage.
     */
    post: operations['care.begin_sorting'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/care/sorting/{kind}/{groupId}/{identityId}/task': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Make a task to talk to them
     * @description Access: permission care.manage.
     */
    post: operations['care.talk_to_sorted'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/care/sorting/{kind}/{groupId}/{identityId}/verdict': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Say whether it is so; null takes that back
     * @description Access: permission care.manage.
     */
    put: operations['care.judge_sorted'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/care/sorting/bands': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * 2-7-1 of each group: whose words are worth how much, as a comparison and never a quota
     * @description Access: permission care.sort.
     */
    get: operations['care.list_bands'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/care/sorting/people': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * One list, surest first, with the numbers that speak for it; `wrong` = those whom the team called wrong
     * @description Access: permission care.sort.
     */
    get: operations['care.list_sorted'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/care/topics': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Topics of seeds: open ones by due time, settled ones latest first with who answered
     * @description Access: permission care.read.
     */
    get: operations['care.list_topics'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/care/topics/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Take an open topic back
     * @description Access: permission care.seeds.
     */
    delete: operations['care.take_topic_back'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/check-ins': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Who has checked in from a day to a day, the latest first, in one group or program or all
     * @description Access: permission programs.read.
     */
    get: operations['programs.list_log'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/desk-settings': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * How soon questions are answered, in which hours, and when they are laid aside
     * @description Access: permission desk.read.
     */
    get: operations['desk.get_desk_settings'];
    /**
     * Change the promise; questions that are open already keep theirs
     * @description Access: permission desk.manage.
     */
    put: operations['desk.set_desk_settings'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/duty': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The roster: pattern, single days, leave, who is on in the next 14 days, gaps, overlaps and notes
     * @description Access: permission duty.read.
     */
    get: operations['duty.get_roster'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/duty/days/{day}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Say what holds on one day instead of the pattern; without shifts nobody has to be there
     * @description Access: permission duty.manage.
     */
    put: operations['duty.put_day'];
    post?: never;
    /**
     * Let the pattern hold on a day again
     * @description Access: permission duty.manage.
     */
    delete: operations['duty.remove_day'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/duty/leaves': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Be away from one day to another, with a deputy; for somebody else only who keeps the roster
     * @description Access: permission duty.keep.
     */
    post: operations['duty.add_leave'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/duty/leaves/{leaveId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Take leave back: one’s own, or anybody’s for who keeps the roster
     * @description Access: permission duty.keep.
     */
    delete: operations['duty.remove_leave'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/duty/notes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Leave a note for whoever comes next
     * @description Access: permission duty.keep.
     */
    post: operations['duty.write_note'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/duty/notes/{noteId}/read': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Say that one has read a note that is for oneself
     * @description Access: permission duty.keep.
     */
    post: operations['duty.read_note'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/duty/now': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Who is on duty now, who comes next, and the notes that nobody has read yet
     * @description Access: permission duty.read.
     */
    get: operations['duty.get_now'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/duty/pattern': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Write the pattern of a week anew; nobody overwrites what they have not seen
     * @description Access: permission duty.manage.
     */
    put: operations['duty.save_roster'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/export': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Everything kept of the community, one JSON object per line; a complete file ends with part "end"
     * @description Access: permission communities.manage.
     */
    get: operations['communities.export_community'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/groups': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Groups, with the numbers of the tabs; the dissolved only when lifecycle=dissolved is asked for
     * @description Access: permission groups.read.
     */
    get: operations['groups.list_groups'];
    put?: never;
    /**
     * Open a group; what is not given comes from its tier's defaults. Carrier web is the built-in group
     * @description Access: permission groups.manage.
     */
    post: operations['groups.create_group'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/groups/{groupId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * One group
     * @description Access: permission groups.read.
     */
    get: operations['groups.get_group'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /**
     * Change facts and state of a group; an empty notice takes it down
     * @description Access: permission groups.manage.
     */
    patch: operations['groups.update_group'];
    trace?: never;
  };
  '/api/communities/{communityId}/groups/{groupId}/abilities': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What can be done with the group on its platform: at once, by a human, or not at all
     * @description Access: permission carriers.read.
     */
    get: operations['carriers.list_abilities'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/groups/{groupId}/acts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Do something with the group: mute, kick, ban, rename, notice, … `how: human` means that a task was made
     * @description Access: permission carriers.act.
     */
    post: operations['carriers.act_on_group'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/groups/{groupId}/announcements': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Announcements of a group, newest first, with how many have read them
     * @description Access: permission messages.read.
     */
    get: operations['messages.list_group_announcements'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/groups/{groupId}/applications': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Applications to a group, oldest first
     * @description Access: permission people.read.
     */
    get: operations['people.list_applications'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/groups/{groupId}/applications/{applicationId}/accept': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Let the applicant in
     * @description Access: permission people.moderate.
     */
    post: operations['people.accept_application'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/groups/{groupId}/applications/{applicationId}/decline': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Turn the applicant away; they read the reason
     * @description Access: permission people.moderate.
     */
    post: operations['people.decline_application'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/groups/{groupId}/days': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What happened in a group on each local day, at most a year; days without anything are left out
     * @description Access: permission groups.read.
     */
    get: operations['groups.list_days'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/groups/{groupId}/lifecycle': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Move a group on in its life; dissolved is the end: links are revoked, nobody gets in any more
     * @description Access: permission groups.manage.
     */
    post: operations['groups.move_lifecycle'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/groups/{groupId}/links': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Ways into a group, dead ones included, oldest first
     * @description Access: permission groups.read.
     */
    get: operations['groups.list_links'];
    put?: never;
    /**
     * Make a join link; its channel becomes the source of those who come through it
     * @description Access: permission groups.manage.
     */
    post: operations['groups.create_link'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/groups/{groupId}/members': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Members of a group: team first, then by the time of joining
     * @description Access: permission people.read.
     */
    get: operations['people.list_members'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/groups/{groupId}/messages': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * A group's talk, by the same five ways as members read it
     * @description Access: permission messages.read.
     */
    get: operations['messages.read_group_talk'];
    put?: never;
    /**
     * Speak with the official voice; where the platform needs human hands, `taskId` says who carries it over
     * @description Access: permission messages.send.
     */
    post: operations['messages.send_message'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/groups/{groupId}/messages/{messageId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /**
     * Change the text of an official message
     * @description Access: permission messages.send.
     */
    patch: operations['messages.edit_message'];
    trace?: never;
  };
  '/api/communities/{communityId}/groups/{groupId}/messages/{messageId}/pin': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Pin a message
     * @description Access: permission messages.moderate.
     */
    put: operations['messages.pin_message'];
    post?: never;
    /**
     * Unpin a message
     * @description Access: permission messages.moderate.
     */
    delete: operations['messages.unpin_message'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/groups/{groupId}/messages/{messageId}/promotion': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Say that a message of the team is a promotion, or is none; nearly the same text is taken the same way from then on
     * @description Access: permission promotions.plan.
     */
    put: operations['promotions.correct_message'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/groups/{groupId}/messages/{messageId}/readers': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Who has read up to a message, first readers first (at most 500)
     * @description Access: permission messages.read.
     */
    get: operations['messages.list_readers'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/groups/{groupId}/messages/{messageId}/recall': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Take any message back; its text leaves search and quotes at once
     * @description Access: permission messages.moderate.
     */
    post: operations['messages.recall_message'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/groups/{groupId}/messages/{messageId}/task': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Make a task of a message; it shows the words and leads back to them
     * @description Access: permission desk.work.
     */
    post: operations['desk.make_message_task'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/groups/{groupId}/pins': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Pinned messages of a group, last pinned first
     * @description Access: permission messages.read.
     */
    get: operations['messages.list_group_pins'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/groups/{groupId}/promotions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What was promoted in a group, newest first, with answers, reactions and people who left in the seven days after
     * @description Access: permission promotions.read.
     */
    get: operations['promotions.list_promotions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/groups/{groupId}/promotions/look': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Whether a text would be taken for a promotion, and whether it could go now; keeps nothing
     * @description Access: permission promotions.plan.
     */
    post: operations['promotions.look_at_text'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/groups/{groupId}/promotions/policy': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Give a group a budget, gap and quiet hours of its own
     * @description Access: permission promotions.manage.
     */
    put: operations['promotions.set_policy'];
    post?: never;
    /**
     * Let the group follow its tier again
     * @description Access: permission promotions.manage.
     */
    delete: operations['promotions.remove_policy'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/groups/{groupId}/promotions/scheduled': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What waits for its time in a group, then what could not go in the last four weeks
     * @description Access: permission promotions.read.
     */
    get: operations['promotions.list_group_scheduled'];
    put?: never;
    /**
     * Say a promotion later, in your name; when it is due it is looked at again and moves if it is still too early
     * @description Access: permission promotions.plan.
     */
    post: operations['promotions.schedule_promotion'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/groups/{groupId}/promotions/standing': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * A group's week, what would hold a promotion now, its credit by weeks with all parts (weights are provisional)
     * @description Access: permission promotions.read.
     */
    get: operations['promotions.get_standing'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/groups/{groupId}/quarrel-lessons': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Forgets what "no quarrel" has taught about a group
     * @description Access: permission carriers.act.
     */
    delete: operations['insight.reset_lessons'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/groups/{groupId}/seeds': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The accounts that carry the mark of a seed in a group
     * @description Access: permission care.read.
     */
    get: operations['care.list_marks'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/groups/{groupId}/welcome': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * How newcomers are welcomed in a group
     * @description Access: permission programs.read.
     */
    get: operations['programs.get_group_welcome'];
    /**
     * Give a group a welcome of its own
     * @description Access: permission programs.manage.
     */
    put: operations['programs.set_group_welcome'];
    post?: never;
    /**
     * Take a group's own welcome away; the community's holds again
     * @description Access: permission programs.manage.
     */
    delete: operations['programs.reset_group_welcome'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/groups/{groupId}/welcome/now': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Welcome those who wait in a group at once, in quiet hours too
     * @description Access: permission programs.manage.
     */
    post: operations['programs.welcome_now'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/guest-counts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * How many guests stand at each stage, how many next steps are late, and whom nobody has asked yet
     * @description Access: permission guests.read.
     */
    get: operations['guests.count_guests'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/guests': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Who is in the guest book, by what is due, what is new or who was there last; found by characters and pinyin
     * @description Access: permission guests.read.
     */
    get: operations['guests.list_guests'];
    put?: never;
    /**
     * Write somebody down; others of the same name are named, as they may be the same person
     * @description Access: permission guests.write.
     */
    post: operations['guests.create_guest'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/guests-file': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The guest book as a file, exactly whom the filter leaves, without what is private
     * @description Access: permission guests.read.
     */
    get: operations['guests.export_guests'];
    put?: never;
    /**
     * Bring a list along (.xlsx or text with separators): tried first, written when asked; names in the book stay as they are
     * @description Access: permission guests.write.
     */
    post: operations['guests.bring_guests'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/guests-file/private': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The same with how to reach them; the audit log keeps who has taken it
     * @description Access: permission guests.private.
     */
    get: operations['guests.export_private'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/guests/{guestId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * One guest with their story, and what happened in the group around each appearance beside what is usual there
     * @description Access: permission guests.read.
     */
    get: operations['guests.get_guest'];
    put?: never;
    post?: never;
    /**
     * Forget a guest for good: who they are, how to reach them, their history, and what tasks say of them
     * @description Access: permission guests.private.
     */
    delete: operations['guests.forget_guest'];
    options?: never;
    head?: never;
    /**
     * Change what is known of a guest; nobody overwrites what they have not seen, and what is private can be replaced unread
     * @description Access: permission guests.write.
     */
    patch: operations['guests.change_guest'];
    trace?: never;
  };
  '/api/communities/{communityId}/guests/{guestId}/appearances': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Write down when a guest comes or has come
     * @description Access: permission guests.write.
     */
    post: operations['guests.add_appearance'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/guests/{guestId}/appearances/{appearanceId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Say how an appearance went, or that it was called off
     * @description Access: permission guests.write.
     */
    put: operations['guests.change_appearance'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/guests/{guestId}/merge': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Make another row of the same guest a part of this one; nothing of either is lost
     * @description Access: permission guests.write.
     */
    post: operations['guests.merge_guests'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/guests/{guestId}/next-step': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Say what is next with a guest, when and by whom: it becomes a task; null takes it back
     * @description Access: permission guests.write.
     */
    put: operations['guests.set_next_step'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/guests/{guestId}/notes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Keep a word about a guest
     * @description Access: permission guests.write.
     */
    post: operations['guests.add_note'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/guests/{guestId}/private': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * How to reach a guest and what they take; the audit log keeps who has read it
     * @description Access: permission guests.private.
     */
    post: operations['guests.read_private'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/guests/{guestId}/stage': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Move a relation to another stage; the way there is kept
     * @description Access: permission guests.write.
     */
    post: operations['guests.move_guest'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/imports': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The latest lists and what became of them
     * @description Access: permission imports.manage.
     */
    get: operations['imports.list_imports'];
    put?: never;
    /**
     * Bring a list of people along: .xlsx, or text with separators in UTF-8, UTF-16 or GB18030; nothing is written yet
     * @description Access: permission imports.manage.
     */
    post: operations['imports.start_import'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/imports/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * One list: where it stands, what its columns are, how many rows are new, changed, the same or bad
     * @description Access: permission imports.manage.
     */
    get: operations['imports.get_import'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /**
     * Say what the columns are, and to which group rows belong that name none; all rows are looked at anew
     * @description Access: permission imports.manage.
     */
    patch: operations['imports.change_columns'];
    trace?: never;
  };
  '/api/communities/{communityId}/imports/{id}/bad-rows': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The rows that can not be taken, with what is wrong with each; put right, the file may come back as it is
     * @description Access: permission imports.manage.
     */
    get: operations['imports.get_bad_rows'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/imports/{id}/rows': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Rows of one kind: what would change, or what is wrong and how to mend it
     * @description Access: permission imports.manage.
     */
    get: operations['imports.list_rows'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/imports/{id}/run': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Write what the dry run has shown; also goes on with what was stopped
     * @description Access: permission imports.manage.
     */
    post: operations['imports.run_import'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/imports/{id}/stop': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Stop the writing; what is written stays, and it can go on later
     * @description Access: permission imports.manage.
     */
    post: operations['imports.stop_import'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/imports/{id}/undo': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Take back what the import has made, but for people with whom something has happened since
     * @description Access: permission imports.manage.
     */
    post: operations['imports.undo_import'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/imports/template': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * A file to fill in, with the own fields of the community
     * @description Access: permission imports.manage.
     */
    get: operations['imports.get_template'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/inbox': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * All groups in one list: running and broken promises first, then the latest talk; totals are over all groups
     * @description Access: permission desk.read.
     */
    get: operations['desk.list_inbox'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/inbox/{groupId}/read': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * I have read what this group has said so far
     * @description Access: permission desk.read.
     */
    post: operations['desk.read_group'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/introductions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The latest introductions without the words of the two, and how many there were
     * @description Access: permission introductions.read.
     */
    get: operations['introductions.list_latest'];
    put?: never;
    /**
     * Suggest two people to each other; both must agree
     * @description Access: permission introductions.suggest.
     */
    post: operations['introductions.suggest'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/introductions/someone': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * People who fit free words, through the eyes of a member: only whom that member may see
     * @description Access: permission introductions.read.
     */
    get: operations['introductions.find_someone_for'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/ladders': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The ladders, the main one first: levels with their rules in words, what they give, how many stand on them
     * @description Access: permission levels.read.
     */
    get: operations['levels.list_ladders'];
    put?: never;
    /**
     * Make a ladder; everybody is placed on it in the background, and nobody is told
     * @description Access: permission levels.define.
     */
    post: operations['levels.create_ladder'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/ladders/{ladderId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Change a ladder; everybody is looked at in the background, days of grace hold
     * @description Access: permission levels.define.
     */
    put: operations['levels.change_ladder'];
    post?: never;
    /**
     * Put a ladder away; nobody stands on it any more
     * @description Access: permission levels.define.
     */
    delete: operations['levels.delete_ladder'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/ladders/{ladderId}/changes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Who went up and down, the latest first
     * @description Access: permission levels.read.
     */
    get: operations['levels.list_changes'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/ladders/dry-run': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * What a new ladder or a change would do: who would go up and down, and why; nothing is written
     * @description Access: permission levels.define.
     */
    post: operations['levels.try_ladder'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/ledger/accounts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Accounts with their balances, oldest first
     * @description Access: permission ledger.read.
     */
    get: operations['ledger.list_accounts'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/ledger/accounts/{accountId}/statement': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Postings of an account with the running balance, newest first
     * @description Access: permission ledger.read.
     */
    get: operations['ledger.read_statement'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/ledger/entries': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Moves value by hand, with a reason; kept in the audit log
     * @description Access: permission ledger.manage.
     */
    post: operations['ledger.post_correction'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/ledger/entries/{entryId}/reverse': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Takes an entry back; what is already spent becomes a debt. A repeat gives the first reversal
     * @description Access: permission ledger.manage.
     */
    post: operations['ledger.reverse_entry'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/ledger/reconciliations': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Results of the proofs of the books, newest first
     * @description Access: permission ledger.read.
     */
    get: operations['ledger.list_reconciliations'];
    put?: never;
    /**
     * Proves the books of the community now
     * @description Access: permission ledger.manage.
     */
    post: operations['ledger.reconcile_books'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/likenesses': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * People who may be one human, the surest first, with what speaks for it; nobody is merged by itself
     * @description Access: permission people.manage.
     */
    get: operations['people.list_likenesses'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/likenesses/refuse': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Say that two people are not one human; it is not suggested again
     * @description Access: permission people.manage.
     */
    post: operations['people.keep_apart'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/likenesses/restore': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Take back that two people are not one human
     * @description Access: permission people.manage.
     */
    post: operations['people.compare_again'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/links/{linkId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Revoke a join link for ever
     * @description Access: permission groups.manage.
     */
    delete: operations['groups.revoke_link'];
    options?: never;
    head?: never;
    /**
     * Change channel, expiry or number of uses; null takes a limit away
     * @description Access: permission groups.manage.
     */
    patch: operations['groups.change_link'];
    trace?: never;
  };
  '/api/communities/{communityId}/links/{linkId}/qr.png': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The QR code of a link as PNG; the header Miaohui-Encoded-Address says what is in it
     * @description Access: permission groups.read.
     */
    get: operations['groups.draw_qr_png'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/links/{linkId}/qr.svg': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The QR code of a link as SVG; its title says what is in it
     * @description Access: permission groups.read.
     */
    get: operations['groups.draw_qr_svg'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/merges/{mergeId}/undo': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Take two people apart as they were; what has come since stays with the one who was kept
     * @description Access: permission people.manage.
     */
    post: operations['people.unmerge_people'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/own-reviews': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * My answers that others have looked at, with what they say
     * @description Access: permission desk.answer.
     */
    get: operations['desk.list_own_reviews'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/people': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * People by name, group, days, source, activity; newest first, or (sort=active, only who has spoken) latest active first
     * @description Access: permission people.read.
     */
    get: operations['people.list_people'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/people-counts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * How many people and accounts there are, and how many accounts spoke in the last 28 days
     * @description Access: permission people.read.
     */
    get: operations['people.count_people'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/people-settings': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Who may invite, how soon one may apply again, whether newcomers prove an e-mail address
     * @description Access: permission people.read.
     */
    get: operations['people.get_people_settings'];
    /**
     * Change who may invite, how soon one may apply again, whether newcomers prove an e-mail address
     * @description Access: permission people.manage.
     */
    put: operations['people.set_people_settings'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/people-sources': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The channels through which people came in, most used first
     * @description Access: permission people.read.
     */
    get: operations['people.list_sources'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/people-tags': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The tags of some people, for the columns of a list
     * @description Access: permission profiles.read.
     */
    get: operations['profiles.list_tags_of'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/people/{personId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * One person: accounts, stays, applications, acknowledged notices, card
     * @description Access: permission people.read.
     */
    get: operations['people.get_person'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/people/{personId}/archive-link': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * A link by which somebody takes everything about themselves along, good for a week; an earlier one ends
     * @description Access: permission people.manage.
     */
    post: operations['people.create_archive_link'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/people/{personId}/fields/{fieldId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Say something of a person in a field; null takes it away
     * @description Access: permission profiles.manage.
     */
    put: operations['profiles.set_field'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/people/{personId}/levels': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Where somebody stands on each ladder, how that came, what was paid
     * @description Access: permission levels.read.
     */
    get: operations['levels.get_person'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/people/{personId}/levels/{ladderId}/lock': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Put somebody on a level whatever the rules say, with a reason, until the end of a day or until it is lifted
     * @description Access: permission levels.manage.
     */
    put: operations['levels.lock_level'];
    post?: never;
    /**
     * Let the rules decide again
     * @description Access: permission levels.manage.
     */
    delete: operations['levels.unlock_level'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/people/{personId}/levels/{ladderId}/payments': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Confirm that somebody has paid for a level; it is booked, and the same id is the same payment
     * @description Access: permission levels.manage.
     */
    post: operations['levels.confirm_payment'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/people/{personId}/levels/{ladderId}/payments/{paymentId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Take a payment back, with its entry in the ledger
     * @description Access: permission levels.manage.
     */
    delete: operations['levels.take_payment_back'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/people/{personId}/merge': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Make one person of two; everything of the other belongs to this one then
     * @description Access: permission people.manage.
     */
    post: operations['people.merge_people'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/people/{personId}/merges': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What was merged into a person, latest first
     * @description Access: permission people.read.
     */
    get: operations['people.list_merges'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/people/{personId}/notes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What the team has noted on a person, newest first; the audit log keeps who looked
     * @description Access: permission people.private.
     */
    get: operations['profiles.list_notes'];
    put?: never;
    /**
     * Note something on a person, for the team
     * @description Access: permission people.private.
     */
    post: operations['profiles.write_note'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/people/{personId}/notes/{noteId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Put a note away
     * @description Access: permission people.private.
     */
    delete: operations['profiles.delete_note'];
    options?: never;
    head?: never;
    /**
     * Change a note
     * @description Access: permission people.private.
     */
    patch: operations['profiles.change_note'];
    trace?: never;
  };
  '/api/communities/{communityId}/people/{personId}/notes/{noteId}/restore': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Bring a note back
     * @description Access: permission people.private.
     */
    post: operations['profiles.restore_note'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/people/{personId}/points': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * A person's points: what is on each account, and what moved on one of them, newest first
     * @description Access: permission points.read.
     */
    get: operations['points.get_person'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/people/{personId}/points/{entryId}/correct': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Take one line of a person's statement back by an entry of its own, with a reason that they read; twice is once
     * @description Access: permission points.manage.
     */
    post: operations['points.correct_line'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/people/{personId}/profile': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Tags and fields of a person; private values are masked
     * @description Access: permission profiles.read.
     */
    get: operations['profiles.get_profile'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/people/{personId}/profile/private': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Private values of a person; the audit log keeps who looked
     * @description Access: permission people.private.
     */
    post: operations['profiles.read_private'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/people/{personId}/restore-link': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * A one-time link for somebody who lost the phone; using it signs the lost phone out
     * @description Access: permission people.manage.
     */
    post: operations['people.create_restore_link'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/people/{personId}/timeline': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What happened with somebody, latest first: comings and goings, weeks of talk, and what other modules know
     * @description Access: permission people.read.
     */
    get: operations['people.read_timeline'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/person-fields': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The fields that a community has defined for its people
     * @description Access: permission profiles.read.
     */
    get: operations['profiles.list_fields'];
    put?: never;
    /**
     * Define a field: text, number, date, or a choice of options
     * @description Access: permission profiles.define.
     */
    post: operations['profiles.create_field'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/person-fields/{fieldId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Take a field out of use; its values come back with it
     * @description Access: permission profiles.define.
     */
    delete: operations['profiles.delete_field'];
    options?: never;
    head?: never;
    /**
     * Change name, privacy or options of a field; options keep their number
     * @description Access: permission profiles.define.
     */
    patch: operations['profiles.change_field'];
    trace?: never;
  };
  '/api/communities/{communityId}/person-fields/{fieldId}/restore': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Bring a field back with its values
     * @description Access: permission profiles.define.
     */
    post: operations['profiles.restore_field'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/pictures': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Upload a picture (JPEG, PNG, WebP, GIF, AVIF; at most 12 MB and 50 megapixels); it is re-encoded without metadata
     * @description Access: permission files.upload.
     */
    post: operations['files.upload_picture'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/playbook': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The running community's framework as a playbook file (YAML)
     * @description Access: permission communities.read.
     */
    get: operations['communities.export_playbook'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/playbook:apply': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Apply a playbook file: all sections that can be played, or nothing
     * @description Access: permission communities.manage.
     */
    post: operations['communities.apply_playbook'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/playbook:preview': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * What applying a playbook file would make and change; writes nothing
     * @description Access: permission communities.manage.
     */
    post: operations['communities.preview_playbook'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/points/earners': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Who has earned points in the last days, the most first: by which rules, and what is left
     * @description Access: permission points.read.
     */
    get: operations['points.list_earners'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/points/earners.csv': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The same as a file, a column for each rule; kept in the audit log
     * @description Access: permission profiles.export.
     */
    get: operations['points.export_earners'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/points/gifts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What members gave each other, the latest first
     * @description Access: permission points.read.
     */
    get: operations['points.list_gifts'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/points/gifts/{giftId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Take a gift back with a reason that both read; twice is once
     * @description Access: permission points.manage.
     */
    delete: operations['points.take_gift_back'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/points/seasons': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Seasons, the latest first: what is planned, what was taken
     * @description Access: permission points.read.
     */
    get: operations['points.list_seasons'];
    put?: never;
    /**
     * Plan the end of a season; members are told a week before. The same id plans once
     * @description Access: permission points.manage.
     */
    post: operations['points.plan_season'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/points/seasons/{seasonId}/call-off': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Give a season up before it ends; who was told of it is told that, too
     * @description Access: permission points.manage.
     */
    post: operations['points.call_season_off'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/points/seasons/dry-run': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What would be taken if the season ended now, and words to tell members with; nothing is written
     * @description Access: permission points.manage.
     */
    get: operations['points.try_season'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/points/settings': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * How points are earned and given here: rules with figure and cap, the cap of a day, gifts, the board
     * @description Access: permission points.read.
     */
    get: operations['points.get_settings'];
    /**
     * Change them; they hold from the next award on
     * @description Access: permission points.manage.
     */
    put: operations['points.change_settings'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/privacy-notice': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The privacy notice in force
     * @description Access: permission people.read.
     */
    get: operations['people.get_privacy_notice'];
    /**
     * Put another text in force; every member is asked again
     * @description Access: permission people.manage.
     */
    put: operations['people.set_privacy_notice'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/programs': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Programs of the community with their numbers, newest first, at most a hundred; or those of one group
     * @description Access: permission programs.read.
     */
    get: operations['programs.list_programs'];
    put?: never;
    /**
     * Plan a check-in for all groups or some
     * @description Access: permission programs.manage.
     */
    post: operations['programs.create_program'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/programs/{programId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * One program
     * @description Access: permission programs.read.
     */
    get: operations['programs.get_program'];
    put?: never;
    post?: never;
    /**
     * Take back a program in which nobody has checked in yet
     * @description Access: permission programs.manage.
     */
    delete: operations['programs.remove_program'];
    options?: never;
    head?: never;
    /**
     * Change a program for the days to come; end it with `endsOn`
     * @description Access: permission programs.manage.
     */
    patch: operations['programs.update_program'];
    trace?: never;
  };
  '/api/communities/{communityId}/programs/{programId}/board': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Who has checked in most, this week or ever, everywhere or in one group; those who hide are marked
     * @description Access: permission programs.read.
     */
    get: operations['programs.read_board'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/programs/{programId}/board.csv': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The board as CSV, exactly what the filter leaves
     * @description Access: permission programs.read.
     */
    get: operations['programs.export_board'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/programs/{programId}/days': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * How many have checked in on each day of a month; days without anybody are absent
     * @description Access: permission programs.read.
     */
    get: operations['programs.list_days'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/programs/{programId}/pause': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Let a program rest from tomorrow on, until a day or until it is resumed; streaks wait
     * @description Access: permission programs.manage.
     */
    post: operations['programs.pause_program'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/programs/{programId}/people/{identityId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * One person in one program: standing, the days of a month, cards, days that were missed
     * @description Access: permission programs.read.
     */
    get: operations['programs.read_person_days'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/programs/{programId}/people/{identityId}/days': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Fill in a missed day for somebody; it keeps the streak, takes no card and earns no points
     * @description Access: permission programs.manage.
     */
    post: operations['programs.grant_day'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/programs/{programId}/people/{identityId}/days/{day}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Take back a day that the team has filled in
     * @description Access: permission programs.manage.
     */
    delete: operations['programs.revoke_day'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/programs/{programId}/resume': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Let a paused program go on from today
     * @description Access: permission programs.manage.
     */
    post: operations['programs.resume_program'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/promotions/lessons': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Forget everything that corrections have taught
     * @description Access: permission promotions.manage.
     */
    delete: operations['promotions.forget_lessons'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/promotions/scheduled': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What waits for its time over all groups, the next first, then what could not go in the last four weeks
     * @description Access: permission promotions.read.
     */
    get: operations['promotions.list_scheduled'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/promotions/scheduled/{scheduledId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Take a planned promotion back, also one that could not go
     * @description Access: permission promotions.plan.
     */
    delete: operations['promotions.cancel_scheduled'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/promotions/settings': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Budget, gap, quiet hours, credit floor, signs of a promotion, promotions of members; with the hosts known to all
     * @description Access: permission promotions.read.
     */
    get: operations['promotions.get_settings'];
    /**
     * Change them; they hold from the next promotion on
     * @description Access: permission promotions.manage.
     */
    put: operations['promotions.change_settings'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/pulses': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The pulse of all groups: today, yesterday, seven days; those that need somebody first, or by name, members, messages
     * @description Access: permission insight.read.
     */
    get: operations['insight.list_pulses'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/quality-settings': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * For how many days askers are asked, and how many answers of each steward are drawn each week
     * @description Access: permission desk.read.
     */
    get: operations['desk.get_quality_settings'];
    /**
     * Change for how long askers are asked and how much is drawn; 0 switches either off
     * @description Access: permission desk.manage.
     */
    put: operations['desk.set_quality_settings'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/quarrels': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * How often the latest alarms about quarrels were right, the settings, and what groups were taught
     * @description Access: permission insight.read.
     */
    get: operations['insight.read_quarrels'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/quarrels/settings': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * How many alarms about quarrels a group may raise in a week, and what slowing down means
     * @description Access: permission rules.manage.
     */
    put: operations['insight.change_quarrel_settings'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/question-counts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * How many questions wait: all, late, mine, of nobody; and today's answers with their median wait in minutes
     * @description Access: permission desk.read.
     */
    get: operations['desk.count_questions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/questions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Questions of members: open ones by their promise, settled ones latest first
     * @description Access: permission desk.read.
     */
    get: operations['desk.list_questions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/questions/{questionId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * One question
     * @description Access: permission desk.read.
     */
    get: operations['desk.get_question'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/questions/{questionId}/answer': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Answer in the group with the official voice; where the platform needs human hands, `taskId` says who carries it over
     * @description Access: permission desk.answer.
     */
    post: operations['desk.answer_question'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/questions/{questionId}/assign': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Give an open question to somebody of the team, or (null) to nobody
     * @description Access: permission desk.work.
     */
    post: operations['desk.assign_question'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/questions/{questionId}/close': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Lay a question aside: settled elsewhere, or no question at all; saying so twice changes nothing
     * @description Access: permission desk.work.
     */
    post: operations['desk.close_question'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/questions/{questionId}/reopen': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Take an answer or a closing back: the question is open again
     * @description Access: permission desk.work.
     */
    post: operations['desk.reopen_question'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/questions/{questionId}/snooze': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Put an open question off until a moment within a week, or (null) take that back; the promise goes on
     * @description Access: permission desk.work.
     */
    post: operations['desk.snooze_question'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/response': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * How fast questions are answered against the promise (Kaplan–Meier, questions that still wait count as waiting): all, each group, each steward; by a clock that always runs or by the hours of service
     * @description Access: permission desk.read.
     */
    get: operations['desk.read_response'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/response/questions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The questions behind a number of the response time, the latest first, each with its wait in minutes of that clock
     * @description Access: permission desk.read.
     */
    get: operations['desk.list_waits'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/response/questions.csv': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The same questions as CSV, exactly what the filter leaves
     * @description Access: permission desk.manage.
     */
    get: operations['desk.export_waits'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/review-summary': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Reviews added up for each steward, and how far two reviewers agree (Cohen's kappa), or too little
     * @description Access: permission desk.answer.
     */
    get: operations['desk.summarize_reviews'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/rotation/groups': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * All groups that are led in turns: who leads until when, and who is next
     * @description Access: permission rotation.read.
     */
    get: operations['rotation.list_groups'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/rotation/groups/{groupId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * One group that is led in turns: what a hand-over would take along now, and the last 20 turns
     * @description Access: permission rotation.read.
     */
    get: operations['rotation.get_group'];
    /**
     * Who leads a group in which order, for how many weeks each; nobody overwrites what they have not seen
     * @description Access: permission rotation.manage.
     */
    put: operations['rotation.save_plan'];
    post?: never;
    /**
     * Lead a group in turns no longer; what was stays as history
     * @description Access: permission rotation.manage.
     */
    delete: operations['rotation.remove_plan'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/rotation/groups/{groupId}/hand-over': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Hand a group over to the next in line: one’s own, or any for who manages the turns
     * @description Access: permission rotation.read.
     */
    post: operations['rotation.hand_over'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/rotation/successors': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Who could become a steward or an owner by a written rule over twelve weeks, surest first, at most 30; for the team alone, and nothing follows by itself
     * @description Access: permission rotation.choose.
     */
    get: operations['rotation.list_successors'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/rotation/successors/{kind}/{personId}/task': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Make a task to talk to somebody about leading; one open task for each
     * @description Access: permission rotation.choose.
     */
    post: operations['rotation.talk_to_successor'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/rotation/trainings': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * New stewards and how far they are with what they learn in their first ten days
     * @description Access: permission rotation.train.
     */
    get: operations['rotation.list_trainings'];
    put?: never;
    /**
     * Give somebody of the team the tasks of a new steward, each once
     * @description Access: permission rotation.train.
     */
    post: operations['rotation.start_training'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/rules/cases': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Cases: state=open is the queue, oldest first; others newest first. kind=dry is what would have been stopped; taskId = the case behind a task; check, listId = it took part; days = opened in so many days; reported=true = reported by members. Words are for rules.moderate only
     * @description Access: permission rules.read.
     */
    get: operations['rules.list_cases'];
    put?: never;
    /**
     * Put a message that was said into the queue, under one of the rules
     * @description Access: permission rules.moderate.
     */
    post: operations['rules.open_case'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/rules/cases/{caseId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * One case with its evidence, and the step that the ladder would take
     * @description Access: permission rules.read.
     */
    get: operations['rules.get_case'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/rules/cases/{caseId}/release': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Let it through: the message appears in the group. On an appeal: overturn the decision, by another person than decided it
     * @description Access: permission rules.moderate.
     */
    post: operations['rules.release_case'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/rules/cases/{caseId}/undo': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Take the last decision back with all that followed from it; the case waits again
     * @description Access: permission rules.moderate.
     */
    post: operations['rules.undo_decision'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/rules/cases/{caseId}/uphold': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Keep it away. step: ladder (default) takes the next step of the ladder, none takes none; removing and banning are only proposed. rule: what was said is filed under this rule of the text
     * @description Access: permission rules.moderate.
     */
    post: operations['rules.uphold_case'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/rules/counts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * How many cases wait, in all and by group, and what became of those of the last seven days
     * @description Access: permission rules.read.
     */
    get: operations['rules.count_cases'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/rules/dry-runs': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Dry runs of the last day, newest first
     * @description Access: permission rules.read.
     */
    get: operations['rules.list_dry_runs'];
    put?: never;
    /**
     * Try a list, a check or settings on the last thirty days; what still runs is stopped. Nothing follows from it
     * @description Access: permission rules.manage.
     */
    post: operations['rules.ask_dry_run'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/rules/dry-runs/{runId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * How far a dry run is, and what it has counted
     * @description Access: permission rules.read.
     */
    get: operations['rules.get_dry_run'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/rules/dry-runs/{runId}/cancel': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Stop a dry run
     * @description Access: permission rules.manage.
     */
    post: operations['rules.cancel_dry_run'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/rules/dry-runs/{runId}/hits': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What would have been stopped, newest first; doubtful=true = what is probably wrong
     * @description Access: permission rules.read.
     */
    get: operations['rules.list_dry_hits'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/rules/learned': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * How much the community has taught, and since when
     * @description Access: permission rules.read.
     */
    get: operations['rules.get_learned'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/rules/learned/reset': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Throw away all that was taught; for 30 days it can be brought back
     * @description Access: permission rules.reset.
     */
    post: operations['rules.reset_learned'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/rules/learned/undo-reset': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Bring back what the last reset has thrown away, with what was taught since
     * @description Access: permission rules.reset.
     */
    post: operations['rules.undo_reset'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/rules/lessons': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What was taught since the last reset, newest first, and how much each lesson counted
     * @description Access: permission rules.read.
     */
    get: operations['rules.list_lessons'];
    put?: never;
    /**
     * Call a sentence, a message or the words of a case unwelcome or fine; it counts from the next message on
     * @description Access: permission rules.moderate.
     */
    post: operations['rules.teach'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/rules/lessons/{number}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Take back what was taught by hand, as if it had not been; decisions are taken back in their case
     * @description Access: permission rules.moderate.
     */
    delete: operations['rules.take_back_lesson'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/rules/lists': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Lists of terms, without the terms
     * @description Access: permission rules.read.
     */
    get: operations['rules.list_lists'];
    put?: never;
    /**
     * Add a list of terms: hold (a moderator looks first), stop (refused at once), watch (counts beside other findings)
     * @description Access: permission rules.manage.
     */
    post: operations['rules.add_list'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/rules/lists/{listId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * A list with its terms
     * @description Access: permission rules.read.
     */
    get: operations['rules.get_list'];
    /**
     * Write a list anew; without terms these stay
     * @description Access: permission rules.manage.
     */
    put: operations['rules.change_list'];
    post?: never;
    /**
     * Delete a list; what it has found stays with its evidence
     * @description Access: permission rules.manage.
     */
    delete: operations['rules.remove_list'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/rules/lists/{listId}/terms': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Terms of a list in their order; q = those that contain it; expired=true = those whose last day is over
     * @description Access: permission rules.read.
     */
    get: operations['rules.list_terms'];
    put?: never;
    /**
     * Add terms at the end of a list, alone or as lines with comment and last day; /…/ is a pattern; known = those that stood there already
     * @description Access: permission rules.manage.
     */
    post: operations['rules.add_terms'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/rules/lists/{listId}/terms/export.csv': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * All terms of a list as CSV, which can be imported again
     * @description Access: permission rules.read.
     */
    get: operations['rules.export_terms'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/rules/lists/{listId}/terms/import': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Take the lines of a file into a list: all or none; skipBroken = without those that are no terms
     * @description Access: permission rules.manage.
     */
    post: operations['rules.import_terms'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/rules/lists/{listId}/terms/note': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Write the comment or the last day of terms; null = without end; what is not said stays
     * @description Access: permission rules.manage.
     */
    post: operations['rules.note_terms'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/rules/lists/{listId}/terms/preview': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * What would become of each line of a file: new, there already, broken with its number and why; keeps nothing
     * @description Access: permission rules.manage.
     */
    post: operations['rules.preview_terms'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/rules/lists/{listId}/terms/remove': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Take terms off a list
     * @description Access: permission rules.manage.
     */
    post: operations['rules.remove_terms'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/rules/packs': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Word packs, and the list that each was added as
     * @description Access: permission rules.read.
     */
    get: operations['rules.list_packs'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/rules/packs/{pack}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Add a word pack as a list that only watches; it can be changed like any other
     * @description Access: permission rules.manage.
     */
    post: operations['rules.add_pack'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/rules/quality': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What each check has stopped in 7, 30 and 90 days, how often people found it right, and how long somebody had to wait
     * @description Access: permission rules.read.
     */
    get: operations['rules.get_quality'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/rules/sanctions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Steps of the ladder that somebody has come to, newest first
     * @description Access: permission rules.read.
     */
    get: operations['rules.list_sanctions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/rules/sanctions/{sanctionId}/undo': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Take a step back: unmute, let in again, cancel the task
     * @description Access: permission rules.moderate.
     */
    post: operations['rules.undo_sanction'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/rules/settings': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Checks, trust, ladder
     * @description Access: permission rules.read.
     */
    get: operations['rules.get_settings'];
    /**
     * Change checks, trust, ladder; holds from the next message on
     * @description Access: permission rules.manage.
     */
    put: operations['rules.change_settings'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/rules/shadow': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * How right a check or a list was while it only noted: what moderators said of it, with the interval
     * @description Access: permission rules.read.
     */
    get: operations['rules.report_shadow'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/rules/text': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The rules in force; version 0 when there are none yet
     * @description Access: permission rules.read.
     */
    get: operations['rules.get_text'];
    /**
     * Put another version of the rules in force; keep the key of a rule whose words change
     * @description Access: permission rules.manage.
     */
    put: operations['rules.publish_text'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/rules/text/versions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * All versions of the rules, newest first, with how many have read each
     * @description Access: permission rules.read.
     */
    get: operations['rules.list_versions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/rules/try': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * What would happen to a message, with evidence and places in it; keeps nothing
     * @description Access: permission rules.read.
     */
    post: operations['rules.try_message'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/rules/waves': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Waves of joins, newest first: those that count, or those of the last 30 days that are over
     * @description Access: permission rules.read.
     */
    get: operations['rules.list_waves'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/rules/waves/{waveId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * One wave: who came by which entrance, how alike they are, what is usual there, and what was done
     * @description Access: permission rules.read.
     */
    get: operations['rules.read_wave'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/rules/waves/{waveId}/approval': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * For an hour, whoever comes through the entrance of the wave waits for approval
     * @description Access: permission rules.moderate.
     */
    post: operations['rules.ask_approval'];
    /**
     * Ends the approval before its time
     * @description Access: permission rules.moderate.
     */
    delete: operations['rules.stop_approval'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/rules/waves/{waveId}/guests': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * They are guests: the wave is over at once and what was done about it too; the entrance raises none for 12 hours
     * @description Access: permission rules.moderate.
     */
    post: operations['rules.call_guests'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/rules/waves/{waveId}/hold': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * What the people of the wave say waits for a moderator, until one of theirs is let through or the wave is over
     * @description Access: permission rules.moderate.
     */
    post: operations['rules.hold_wave'];
    /**
     * Their messages appear at once again; what waits goes on waiting
     * @description Access: permission rules.moderate.
     */
    delete: operations['rules.stop_holding'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/satisfaction': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What askers say of answers: of the team, each steward, each script; shares with their interval, or too little
     * @description Access: permission desk.read.
     */
    get: operations['desk.read_satisfaction'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/script-suggestions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Standard answers to questions like this one, likeliest first
     * @description Access: permission scripts.read.
     */
    get: operations['scripts.suggest_scripts'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/scripts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What the team says often, most used first; all at once, or those that were put away
     * @description Access: permission scripts.read.
     */
    get: operations['scripts.list_scripts'];
    put?: never;
    /**
     * Keep something that the team says often
     * @description Access: permission scripts.write.
     */
    post: operations['scripts.create_script'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/scripts/{scriptId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * One script, and what it said before
     * @description Access: permission scripts.read.
     */
    get: operations['scripts.get_script'];
    put?: never;
    post?: never;
    /**
     * Put a script away; it can be taken out again
     * @description Access: permission scripts.write.
     */
    delete: operations['scripts.archive_script'];
    options?: never;
    head?: never;
    /**
     * Change a script; what stood there stays as a version, and nobody overwrites what they have not seen
     * @description Access: permission scripts.write.
     */
    patch: operations['scripts.change_script'];
    trace?: never;
  };
  '/api/communities/{communityId}/scripts/{scriptId}/filled': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * A script filled for a person and a group; variables that are not known there are named and stay in the text
     * @description Access: permission scripts.read.
     */
    get: operations['scripts.fill_script'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/scripts/{scriptId}/restore': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Take a script out again
     * @description Access: permission scripts.write.
     */
    post: operations['scripts.restore_script'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/search': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Find what was said in all groups, or in one: words, author, kind, time; newest first
     * @description Access: permission messages.read.
     */
    get: operations['messages.search_community'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/segment-facts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What may be asked of people here, with the ways of asking; modules add to it by themselves
     * @description Access: permission profiles.read.
     */
    get: operations['profiles.list_facts'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/segments': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Saved segments by name, each in words
     * @description Access: permission profiles.read.
     */
    get: operations['profiles.list_segments'];
    put?: never;
    /**
     * Save a segment
     * @description Access: permission profiles.manage.
     */
    post: operations['profiles.create_segment'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/segments/{segmentId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Put a segment away
     * @description Access: permission profiles.manage.
     */
    delete: operations['profiles.delete_segment'];
    options?: never;
    head?: never;
    /**
     * Change the name of a segment, or what it asks for
     * @description Access: permission profiles.manage.
     */
    patch: operations['profiles.change_segment'];
    trace?: never;
  };
  '/api/communities/{communityId}/segments/{segmentId}/count': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * How many people are in a saved segment now
     * @description Access: permission profiles.read.
     */
    get: operations['profiles.count_segment'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/segments/{segmentId}/restore': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Bring a segment back
     * @description Access: permission profiles.manage.
     */
    post: operations['profiles.restore_segment'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/segments/export': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * A file of exactly the people who fit a definition now, as CSV or for a spreadsheet
     * @description Access: permission profiles.export.
     */
    post: operations['profiles.export_people'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/segments/preview': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Who fits a definition now: how many, in words, and a page of them, newest first
     * @description Access: permission profiles.read.
     */
    post: operations['profiles.preview_segment'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/tags': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The tags of a community by name, and how many people have each
     * @description Access: permission profiles.read.
     */
    get: operations['profiles.list_tags'];
    put?: never;
    /**
     * Make a tag
     * @description Access: permission profiles.manage.
     */
    post: operations['profiles.create_tag'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/tags/{tagId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Take a tag out of use; who had it gets it again when it is brought back
     * @description Access: permission profiles.manage.
     */
    delete: operations['profiles.delete_tag'];
    options?: never;
    head?: never;
    /**
     * Give a tag another name
     * @description Access: permission profiles.manage.
     */
    patch: operations['profiles.rename_tag'];
    trace?: never;
  };
  '/api/communities/{communityId}/tags/{tagId}/give': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Put a tag on people, for ever or until the end of a day
     * @description Access: permission profiles.manage.
     */
    post: operations['profiles.give_tag'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/tags/{tagId}/restore': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Bring a tag back
     * @description Access: permission profiles.manage.
     */
    post: operations['profiles.restore_tag'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/tags/{tagId}/rule': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Everybody in a saved segment has this tag until they leave it; followed at once and every night
     * @description Access: permission profiles.manage.
     */
    put: operations['profiles.set_tag_rule'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/tags/{tagId}/rule/end': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * End the rule; what it gave is taken, or stays as if given by hand
     * @description Access: permission profiles.manage.
     */
    post: operations['profiles.end_tag_rule'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/tags/{tagId}/rule/follow': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Compare now who is in the segment and who has the tag
     * @description Access: permission profiles.manage.
     */
    post: operations['profiles.follow_tag_rule'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/tags/{tagId}/take': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Take a tag off people, or take back what oneself gave at a moment (`givenAt` of the answer to giving)
     * @description Access: permission profiles.manage.
     */
    post: operations['profiles.take_tag'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/task-counts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * How many tasks wait: all, overdue, mine, of nobody
     * @description Access: permission tasks.read.
     */
    get: operations['team.count_tasks'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/task-load': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Who carries how much: open, late, done in seven days, the middle time of those; one sees oneself, who runs the team all
     * @description Access: permission tasks.read.
     */
    get: operations['team.list_load'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/tasks': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Tasks: open ones by due time, settled ones latest first
     * @description Access: permission tasks.read.
     */
    get: operations['team.list_tasks'];
    put?: never;
    /**
     * Note something that somebody of the team has to do
     * @description Access: permission tasks.do.
     */
    post: operations['team.add_todo'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/tasks:batch': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Do the same with many tasks; each stands for itself, and those that refuse are named
     * @description Access: permission tasks.do.
     */
    post: operations['team.change_tasks'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/tasks/{taskId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * One task
     * @description Access: permission tasks.read.
     */
    get: operations['team.get_task'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/tasks/{taskId}/assign': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Give an open task to somebody of the team, or (null) to nobody
     * @description Access: permission tasks.do.
     */
    post: operations['team.assign_task'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/tasks/{taskId}/done': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * It is done; saying so twice changes nothing
     * @description Access: permission tasks.do.
     */
    post: operations['team.complete_task'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/tasks/{taskId}/escalate': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Send an open task up with a word why: to the one who is named, else to whoever stands in, else to an owner
     * @description Access: permission tasks.do.
     */
    post: operations['team.escalate_task'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/tasks/{taskId}/skip': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * It will not be done
     * @description Access: permission tasks.do.
     */
    post: operations['team.skip_task'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/tasks/{taskId}/snooze': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Put an open task off until a moment within 60 days, or (null) take that back; its time goes on
     * @description Access: permission tasks.do.
     */
    post: operations['team.snooze_task'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/team': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Who runs this community, highest roles first
     * @description Access: permission team.read.
     */
    get: operations['team.list_team'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/team-card': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The card that I show to members; before I have written one, my name and nothing else
     * @description Access: permission tasks.do.
     */
    get: operations['team.get_own_card'];
    /**
     * Write the card that I show to members, and switch it on or off
     * @description Access: permission tasks.do.
     */
    put: operations['team.write_own_card'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/team-cards': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The cards of the team that members see
     * @description Access: permission team.read.
     */
    get: operations['team.list_shown_cards'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/team-roles': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Who may do what: each permission in words with the roles that have it, made from the table that is enforced
     * @description Access: permission team.read.
     */
    get: operations['team.read_roles'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/team-settings': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * When late tasks go up by themselves
     * @description Access: permission team.read.
     */
    get: operations['team.get_team_settings'];
    /**
     * Change when late tasks go up by themselves
     * @description Access: permission team.manage.
     */
    put: operations['team.set_team_settings'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/team/{userId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Take somebody off the team; their open tasks go back to all
     * @description Access: permission team.manage.
     */
    delete: operations['team.remove_member'];
    options?: never;
    head?: never;
    /**
     * Give somebody of the team other roles (never above your own)
     * @description Access: permission team.manage.
     */
    patch: operations['team.change_member'];
    trace?: never;
  };
  '/api/communities/{communityId}/team/{userId}/hand-over': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Give all open work of one to another, or (null) back to all: one's own, or anybody's for who runs the team
     * @description Access: permission tasks.do.
     */
    post: operations['team.hand_over_tasks'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/team/{userId}/hide-card': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Take somebody's card out of members' sight; saying so twice changes nothing
     * @description Access: permission team.manage.
     */
    post: operations['team.hide_card'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/team/invitations': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Invitations that wait to be accepted, newest first; their links are not kept
     * @description Access: permission team.manage.
     */
    get: operations['team.list_invitations'];
    put?: never;
    /**
     * Invite into the team by a link that works once, for seven days; the link is shown this once, and mailed when an address is given
     * @description Access: permission team.manage.
     */
    post: operations['team.create_invitation'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/team/invitations/{invitationId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Take an invitation back
     * @description Access: permission team.manage.
     */
    delete: operations['team.withdraw_invitation'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/team/leave': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Leave the team; the last owner has to find a successor first
     * @description Access: permission team.read.
     */
    post: operations['team.leave_team'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/today': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What to do now over all groups, and the pulse of those that need somebody most; every number says what is behind it
     * @description Access: permission insight.read.
     */
    get: operations['insight.read_today'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/tokens': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The API tokens of the community
     * @description Access: permission tokens.manage, signed-in operator.
     */
    get: operations['auth.list_tokens'];
    put?: never;
    /**
     * Make an API token; its secret is in this answer only
     * @description Access: permission tokens.manage, signed-in operator.
     */
    post: operations['auth.create_token'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/tokens/{tokenId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Revoke an API token at once
     * @description Access: permission tokens.manage, signed-in operator.
     */
    delete: operations['auth.revoke_token'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/tokens/scopes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The scopes that I may give to a token here
     * @description Access: permission tokens.manage, signed-in operator.
     */
    get: operations['auth.list_scopes'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/two-factor': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * From which roles on the second step of signing in is asked for, after how many days, and who lacks it
     * @description Access: permission team.manage.
     */
    get: operations['team.get_two_factor'];
    /**
     * Ask for the second step of signing in; whoever asks it of themselves has to have it first
     * @description Access: permission team.manage.
     */
    put: operations['team.set_two_factor'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/welcome': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * How newcomers are welcomed, with texts to begin with
     * @description Access: permission programs.read.
     */
    get: operations['programs.get_welcome'];
    /**
     * Set how newcomers are welcomed in every group that has no welcome of its own
     * @description Access: permission programs.manage.
     */
    put: operations['programs.set_welcome'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/welcome/arrivals': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Newcomers of the last quarter and what became of their welcome, the latest first
     * @description Access: permission programs.read.
     */
    get: operations['programs.list_arrivals'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/communities/{communityId}/welcome/preview': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * The texts as a group would read them, with the names of those who came in last
     * @description Access: permission programs.read.
     */
    post: operations['programs.preview_welcome'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/files/{fileId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * A picture, full or as a thumbnail; never changes, so it may be kept
     * @description Access: reader of the file.
     */
    get: operations['files.get_file'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/invitations/{code}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What an invitation says: which community, which role, who invites
     * @description Access: anyone.
     */
    get: operations['team.get_invitation'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/invitations/{code}/accept': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Accept an invitation: signed in with an empty body, else with name, e-mail and a new password
     * @description Access: anyone.
     */
    post: operations['team.accept_invitation'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/join/{code}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What a join link leads to, for this browser
     * @description Access: anyone.
     */
    get: operations['people.look_at_door'];
    put?: never;
    /**
     * Go in, or learn what is still missing; sets the cookie of the device
     * @description Access: anyone.
     */
    post: operations['people.join_group'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/join/{code}/email': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Have a code sent to an e-mail address, for the step `email` of joining; sets the cookie of the device
     * @description Access: anyone.
     */
    post: operations['people.send_email_code'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/me': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Who am I, and what may I do where
     * @description Access: any operator.
     */
    get: operations['auth.get_me'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /**
     * Change my name
     * @description Access: signed-in operator.
     */
    patch: operations['auth.rename_me'];
    trace?: never;
  };
  '/api/me/alerts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Whether alarms and late questions reach me by mail, and when not; possible = this server can mail
     * @description Access: signed-in operator.
     */
    get: operations['alerts.get_wish'];
    /**
     * Be told at once, once in the morning, or not at all; and when not to be woken
     * @description Access: signed-in operator.
     */
    put: operations['alerts.set_wish'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/me/password': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Change my password; my other browsers are signed out
     * @description Access: signed-in operator.
     */
    post: operations['auth.change_password'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/me/sessions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The browsers in which I am signed in
     * @description Access: signed-in operator.
     */
    get: operations['auth.list_sessions'];
    put?: never;
    post?: never;
    /**
     * Sign all my other browsers out
     * @description Access: signed-in operator.
     */
    delete: operations['auth.revoke_other_sessions'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/me/sessions/{sessionId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Sign one of my browsers out
     * @description Access: signed-in operator.
     */
    delete: operations['auth.revoke_session'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/me/two-factor': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Start switching the second factor on: the secret for the authenticator app and the backup codes, shown once
     * @description Access: signed-in operator.
     */
    post: operations['auth.start_two_factor'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/me/two-factor/backup-codes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * New backup codes, shown once; the old ones stop working
     * @description Access: signed-in operator.
     */
    post: operations['auth.renew_backup_codes'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/me/two-factor/confirm': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Switch the second factor on with a first code; my other browsers are signed out
     * @description Access: signed-in operator.
     */
    post: operations['auth.confirm_two_factor'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/me/two-factor/stop': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Switch the second factor off
     * @description Access: signed-in operator.
     */
    post: operations['auth.stop_two_factor'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/member/communities/{communityId}/board': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What people of the community offer and need, newest first; how much has come about
     * @description Access: member of the community.
     */
    get: operations['introductions.list_board'];
    put?: never;
    /**
     * Put an offer or a need on the board for some days; everybody in the community sees it
     * @description Access: member of the community.
     */
    post: operations['introductions.write_entry'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/member/communities/{communityId}/board/{entryId}/close': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Take the own entry down; `isMade` = it came about here
     * @description Access: member of the community.
     */
    post: operations['introductions.take_entry_down'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/member/communities/{communityId}/board/mine': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Own entries with what fits each of them, and the words in common
     * @description Access: member of the community.
     */
    get: operations['introductions.list_own_entries'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/member/communities/{communityId}/card': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What is still missing on the own card, and whether to ask for it
     * @description Access: member of the community.
     */
    get: operations['introductions.get_own_card'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/member/communities/{communityId}/card/aside': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Never ask again for the card
     * @description Access: member of the community.
     */
    post: operations['introductions.lay_prompt_aside'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/member/communities/{communityId}/cases/{caseId}/appeal': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Ask for another look, also after one has left or was removed
     * @description Access: member of the community.
     */
    post: operations['rules.appeal_from_outside'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/member/communities/{communityId}/introductions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Own introductions: what waits for an answer first, then the newest
     * @description Access: member of the community.
     */
    get: operations['introductions.list_own'];
    put?: never;
    /**
     * Ask for an introduction; `words` are shown to the other only when they agree
     * @description Access: member of the community.
     */
    post: operations['introductions.ask'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/member/communities/{communityId}/introductions/{requestId}/answer': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Agree with the words for the other, or decline (null) without a word
     * @description Access: member of the community.
     */
    post: operations['introductions.answer'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/member/communities/{communityId}/introductions/{requestId}/outcome': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * What came of an introduction
     * @description Access: member of the community.
     */
    post: operations['introductions.tell_outcome'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/member/communities/{communityId}/introductions/{requestId}/refuse': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Not to be asked by this person again; `report` asks the team to look, too
     * @description Access: member of the community.
     */
    post: operations['introductions.refuse'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/member/communities/{communityId}/introductions/{requestId}/withdraw': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Take the own request back
     * @description Access: member of the community.
     */
    post: operations['introductions.withdraw'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/member/communities/{communityId}/levels': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The own levels, what they give, and what is missing to the next one
     * @description Access: member of the community.
     */
    get: operations['levels.get_own'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/member/communities/{communityId}/me': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Own name, card and privacy switches
     * @description Access: member of the community.
     */
    get: operations['people.get_my_face'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /**
     * Change own name, picture, card or privacy switches
     * @description Access: member of the community.
     */
    patch: operations['people.change_my_face'];
    trace?: never;
  };
  '/api/member/communities/{communityId}/me/acknowledge': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Note that the privacy notice was read
     * @description Access: member of the community.
     */
    post: operations['people.acknowledge_notice'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/member/communities/{communityId}/me/archive': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Everything that is known of oneself in one zip: a page to read, a JSON for each module, the own pictures
     * @description Access: member of the community.
     */
    get: operations['people.download_me'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/member/communities/{communityId}/me/devices': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Browsers that carry this identity
     * @description Access: member of the community.
     */
    get: operations['people.list_my_devices'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/member/communities/{communityId}/me/devices/{deviceId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Sign a browser out of this identity
     * @description Access: member of the community.
     */
    delete: operations['people.sign_out_device'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/member/communities/{communityId}/me/erase': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Forget me: name at once, everything else in the following minutes; gives a receipt
     * @description Access: member of the community.
     */
    post: operations['people.erase_me'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/member/communities/{communityId}/me/export': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Everything that is known of oneself, as JSON
     * @description Access: member of the community.
     */
    get: operations['people.export_me'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/member/communities/{communityId}/me/move': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * A one-time link that brings this identity to another phone
     * @description Access: member of the community.
     */
    post: operations['people.create_move_link'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/member/communities/{communityId}/me/picture': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Upload a picture for the own face; put its id on with a PATCH
     * @description Access: member of the community.
     */
    post: operations['people.upload_my_picture'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/member/communities/{communityId}/my-cases': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What was stopped of oneself in any group of the community, also after one has left or was removed
     * @description Access: member of the community.
     */
    get: operations['rules.list_my_community_cases'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/member/communities/{communityId}/people': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * People of the own groups and those who may be found: by characters, pinyin, initials, city, industry
     * @description Access: member of the community.
     */
    get: operations['introductions.find_people'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/member/communities/{communityId}/people/facets': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Cities and industries that come up most among the people whom one may see
     * @description Access: member of the community.
     */
    get: operations['introductions.list_facets'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/member/communities/{communityId}/people/someone': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * People whose offers, profession and city fit free words, each with the lines that fit
     * @description Access: member of the community.
     */
    get: operations['introductions.find_someone'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/member/communities/{communityId}/points': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The own points: what is there, what moved and why, how more are earned
     * @description Access: member of the community.
     */
    get: operations['points.get_own'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/member/communities/{communityId}/points/board': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Who earned most in four weeks, the first ten only; the own place is for oneself
     * @description Access: member of the community.
     */
    get: operations['points.get_board'];
    /**
     * Stand on no board, or on it again
     * @description Access: member of the community.
     */
    put: operations['points.hide'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/member/communities/{communityId}/points/gifts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Give points to another member, with a line of thanks; the same id gives once
     * @description Access: member of the community.
     */
    post: operations['points.give'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/member/communities/{communityId}/quiet-hours': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Say when not to be woken, in minutes of the local day; from = to means never
     * @description Access: member of the community.
     */
    put: operations['notices.set_quiet'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/member/erasures/{code}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What has become of a request to be forgotten
     * @description Access: anyone.
     */
    get: operations['people.get_receipt'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/member/farewells/{groupId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The kind word and the way back for somebody who was removed in a round; null for all others
     * @description Access: any member.
     */
    get: operations['care.get_farewell'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/member/groups/{groupId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The group, its notice, and what one is and may in it
     * @description Access: member of the group.
     */
    get: operations['people.get_group_home'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/member/groups/{groupId}/announcements': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Announcements, newest first
     * @description Access: member of the group.
     */
    get: operations['messages.list_announcements'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/member/groups/{groupId}/answer-asks': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Answers to my questions under which I am asked whether they helped: once each, for some days
     * @description Access: member of the group.
     */
    get: operations['desk.list_asks'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/member/groups/{groupId}/answer-asks/{questionId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Say that an answer helped, that it is not solved yet (the team sees the question again), or not to be asked
     * @description Access: member of the group.
     */
    post: operations['desk.say_verdict'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/member/groups/{groupId}/cases/{caseId}/appeal': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Ask for another look, once; somebody else than decided first will decide
     * @description Access: member of the group.
     */
    post: operations['rules.appeal_case'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/member/groups/{groupId}/check-ins': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The check-ins of the group: what can be done today, the own streak, a month of days, cards
     * @description Access: member of the group.
     */
    get: operations['programs.list_check_ins'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/member/groups/{groupId}/check-ins/{programId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * One check-in of the group, with the days of a month
     * @description Access: member of the group.
     */
    get: operations['programs.get_check_in'];
    put?: never;
    /**
     * Check in for today by the button; twice is the same as once
     * @description Access: member of the group.
     */
    post: operations['programs.check_in'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/member/groups/{groupId}/check-ins/{programId}/board': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Who of the group has checked in most; who hides is not shown, the own line always is, to oneself
     * @description Access: member of the group.
     */
    get: operations['programs.read_group_board'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/member/groups/{groupId}/check-ins/{programId}/make-ups': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Fill a missed day with a card of this month; it keeps the streak and earns no points
     * @description Access: member of the group.
     */
    post: operations['programs.use_make_up_card'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/member/groups/{groupId}/check-ins/visibility': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Hide oneself from the boards of this community, or show oneself again
     * @description Access: member of the group.
     */
    put: operations['programs.set_board_visibility'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/member/groups/{groupId}/invite': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * The own invitation link to the group; always the same while one is in it
     * @description Access: member of the group.
     */
    post: operations['people.invite_to_group'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/member/groups/{groupId}/leave': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Leave the group; one may come back through an entrance
     * @description Access: member of the group.
     */
    post: operations['people.leave_group'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/member/groups/{groupId}/members': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Who is in the group: team first, then by the time of joining
     * @description Access: member of the group.
     */
    get: operations['people.list_group_mates'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/member/groups/{groupId}/members/{identityId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The card of somebody in the group, as they show it to group mates
     * @description Access: member of the group.
     */
    get: operations['people.get_group_mate'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/member/groups/{groupId}/message-gifts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Whether points may be given here, and the sum that some messages have brought, without who gave how much
     * @description Access: member of the group.
     */
    get: operations['points.list_at_messages'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/member/groups/{groupId}/messages': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The talk: the newest page, pages before and after it, around a message, at the beginning of a day, or what is new or changed since a number
     * @description Access: member of the group.
     */
    get: operations['messages.read_talk'];
    put?: never;
    /**
     * Say something; 201 means that it is recorded for good. A repeat with the same clientId gives the same message
     * @description Access: member of the group.
     */
    post: operations['carriers.post_message'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/member/groups/{groupId}/messages/{messageId}/gifts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Give points to whoever wrote a message, with a line of thanks; the same id gives once
     * @description Access: member of the group.
     */
    post: operations['points.give_at_message'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/member/groups/{groupId}/messages/{messageId}/pin': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Pin a message (stewards, admins, owner)
     * @description Access: member of the group.
     */
    put: operations['messages.pin_as_steward'];
    post?: never;
    /**
     * Unpin a message (stewards, admins, owner)
     * @description Access: member of the group.
     */
    delete: operations['messages.unpin_as_steward'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/member/groups/{groupId}/messages/{messageId}/reactions/{key}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Give a reaction; twice is the same as once
     * @description Access: member of the group.
     */
    put: operations['messages.add_reaction'];
    post?: never;
    /**
     * Take a reaction away; twice is the same as once
     * @description Access: member of the group.
     */
    delete: operations['messages.remove_reaction'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/member/groups/{groupId}/messages/{messageId}/recall': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Take a message back: your own shortly after posting it; stewards, admins and the owner any
     * @description Access: member of the group.
     */
    post: operations['messages.recall_own'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/member/groups/{groupId}/messages/{messageId}/report': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Ask the team to look at a message, once; a second time gives the first report. report=null: it was looked at before and may stay
     * @description Access: member of the group.
     */
    post: operations['rules.report_message'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/member/groups/{groupId}/my-cases': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What was stopped of oneself in the group, why, and what can be done; newest first
     * @description Access: member of the group.
     */
    get: operations['rules.list_my_cases'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/member/groups/{groupId}/my-reports': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What one has reported in the group and what became of it, newest first
     * @description Access: member of the group.
     */
    get: operations['rules.list_my_reports'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/member/groups/{groupId}/notes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The team's private words to oneself, newest first
     * @description Access: member of the group.
     */
    get: operations['carriers.list_notes'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/member/groups/{groupId}/notes/seen': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * The notes that are there now have been seen
     * @description Access: member of the group.
     */
    post: operations['carriers.see_notes'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/member/groups/{groupId}/notices': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What the member wants to hear of this group, and their quiet hours
     * @description Access: member of the group.
     */
    get: operations['notices.get_wish'];
    /**
     * Say what to hear of this group: everything, what calls the member, or nothing
     * @description Access: member of the group.
     */
    put: operations['notices.set_wish'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/member/groups/{groupId}/pictures': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Upload a picture to post it in the group (JPEG, PNG, WebP, GIF, AVIF; at most 12 MB)
     * @description Access: member of the group.
     */
    post: operations['carriers.upload_picture'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/member/groups/{groupId}/pins': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Pinned messages, last pinned first
     * @description Access: member of the group.
     */
    get: operations['messages.list_pins'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/member/groups/{groupId}/read': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * You have read up to this number; it never goes back
     * @description Access: member of the group.
     */
    post: operations['messages.mark_read'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/member/groups/{groupId}/round': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The name-card round of the group; null when there is none, or nobody asks this member
     * @description Access: member of the group.
     */
    get: operations['care.get_my_round'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/member/groups/{groupId}/round/here': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Say: I am still here
     * @description Access: member of the group.
     */
    post: operations['care.say_here'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/member/groups/{groupId}/rules': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The rules of the community; version 0 when there are none. mustAcknowledge: show them, and tell when they were read
     * @description Access: member of the group.
     */
    get: operations['rules.read_rules'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/member/groups/{groupId}/rules/acknowledge': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Note that a version of the rules was read
     * @description Access: member of the group.
     */
    post: operations['rules.acknowledge_rules'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/member/groups/{groupId}/search': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Find what was said in the group: words, author, kind, time; newest first
     * @description Access: member of the group.
     */
    get: operations['messages.search_group'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/member/groups/{groupId}/seed': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What I am asked, or do, as a seed of the group, with my topics and what I have lately said
     * @description Access: member of the group.
     */
    get: operations['care.get_my_seed'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/member/groups/{groupId}/seed/accept': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Say yes to being a seed: from now on everybody in the group sees the mark
     * @description Access: member of the group.
     */
    post: operations['care.accept_seed'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/member/groups/{groupId}/seed/decline': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Say no; nobody is told why, and nobody asks again for 90 days
     * @description Access: member of the group.
     */
    post: operations['care.decline_seed'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/member/groups/{groupId}/seed/leave': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Stop being a seed, at once
     * @description Access: member of the group.
     */
    post: operations['care.leave_seed'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/member/groups/{groupId}/seed/topics/{topicId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Say that a topic is done, at best with the message that opened it, or skip it
     * @description Access: member of the group.
     */
    post: operations['care.settle_my_topic'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/member/groups/{groupId}/seeds': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Who carries the mark of a seed in the group, for everybody in it
     * @description Access: member of the group.
     */
    get: operations['care.list_seeds_here'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/member/groups/{groupId}/stewards': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Whom of the team I may ask for what, and when they are there: cards that they show themselves
     * @description Access: member of the group.
     */
    get: operations['desk.list_stewards'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/member/groups/{groupId}/unread': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * How much is new for you (counted up to 100), and whether somebody spoke to you
     * @description Access: member of the group.
     */
    get: operations['messages.count_unread'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/member/me': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Communities and groups of this browser
     * @description Access: any member.
     */
    get: operations['people.get_me'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/member/move/{code}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Bring an identity to this browser with a one-time link
     * @description Access: anyone.
     */
    post: operations['people.use_move_link'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/member/push': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Whether this phone takes pushes, and the key with which its browser subscribes
     * @description Access: any member.
     */
    get: operations['notices.get_push'];
    /**
     * This phone takes pushes from now on
     * @description Access: any member.
     */
    put: operations['notices.subscribe'];
    post?: never;
    /**
     * This phone takes no pushes any more
     * @description Access: any member.
     */
    delete: operations['notices.unsubscribe'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/password-links/{token}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Whose password link it is
     * @description Access: anyone.
     */
    get: operations['auth.get_password_link'];
    put?: never;
    /**
     * Choose the password with a link; signs all browsers of the user out
     * @description Access: anyone.
     */
    post: operations['auth.use_password_link'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/password-mails': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Whether a forgotten password can be helped by mail here
     * @description Access: anyone.
     */
    get: operations['auth.get_password_mail'];
    put?: never;
    /**
     * Mail a link to choose a password; the answer is the same whether the address has an account or not
     * @description Access: anyone.
     */
    post: operations['auth.request_password_mail'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/playbooks': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The kinds of community, and which of them come with a full playbook
     * @description Access: any operator.
     */
    get: operations['communities.list_playbooks'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/playbooks:diff': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * What is different in the second of two playbook files
     * @description Access: any operator.
     */
    post: operations['communities.diff_playbooks'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/playbooks/{playbookId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * One kind with its playbook file, its parameters and its sections; file is null where there is none yet
     * @description Access: any operator.
     */
    get: operations['communities.get_playbook'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/sample': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Where the sample community stands
     * @description Access: installation permission sample.manage.
     */
    get: operations['sample.get_sample'];
    put?: never;
    /**
     * Load the sample community: three groups, about 180 people, 90 days of talk; asking twice gives one
     * @description Access: installation permission sample.manage.
     */
    post: operations['sample.load_sample'];
    /**
     * Remove the sample community with everything that belongs to it
     * @description Access: installation permission sample.manage.
     */
    delete: operations['sample.remove_sample'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/setup': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Whether the installation still waits for its first user
     * @description Access: anyone.
     */
    get: operations['auth.get_setup'];
    put?: never;
    /**
     * Make the first user with the link printed at start, and sign in
     * @description Access: anyone.
     */
    post: operations['auth.set_up'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    AnswerTime: {
      answered: number;
      median: {
        high: number | null;
        low: number | null;
        value: number;
      } | null;
      n: number;
      promise: {
        kept: number;
        of: number;
        share: components['schemas']['Share'];
      };
      unanswered: components['schemas']['Share'];
      within15: components['schemas']['Share'];
      within60: components['schemas']['Share'];
      within1440: components['schemas']['Share'];
    };
    BoardEntry: {
      /** Format: date-time */
      createdAt: string;
      hiddenReason: string | null;
      /** Format: uuid */
      id: string;
      /** Format: uuid */
      identityId: string;
      /** @enum {string} */
      kind: 'offer' | 'need';
      name: string;
      /** Format: uuid */
      pictureId: string | null;
      text: string;
      /** Format: date-time */
      validUntil: string;
    };
    Card: {
      city: {
        text: string;
        /** @enum {string} */
        visibility: 'groups' | 'team';
      } | null;
      industry: {
        text: string;
        /** @enum {string} */
        visibility: 'groups' | 'team';
      } | null;
      needs: {
        text: string;
        /** @enum {string} */
        visibility: 'groups' | 'team';
      } | null;
      offers: {
        text: string;
        /** @enum {string} */
        visibility: 'groups' | 'team';
      } | null;
      profession: {
        text: string;
        /** @enum {string} */
        visibility: 'groups' | 'team';
      } | null;
      tags: {
        items: string[];
        /** @enum {string} */
        visibility: 'groups' | 'team';
      } | null;
    };
    CareEffect: {
      contacted: {
        people: number;
        returned: number;
      };
      difference: number | null;
      few: boolean;
      held: {
        people: number;
        returned: number;
      };
      interval: number[] | null;
    };
    CareRound: {
      /** Format: date-time */
      closedAt: string | null;
      counts: {
        answered: number;
        asked: number;
        byButton: number;
        byName: number;
        byWord: number;
        handed: number;
        keep: number;
        left: number;
        people: number;
        planned: number;
        reading: number;
        remove: number;
        removed: number;
        saved: number;
        silent: number;
        spared: number;
        talk: number;
        undecided: number;
        undone: number;
      };
      /** Format: date-time */
      endedAt: string | null;
      /** Format: date-time */
      endsAt: string;
      format: string;
      /** Format: uuid */
      groupId: string;
      /** Format: uuid */
      id: string;
      perDay: number;
      reminders: {
        /** Format: date-time */
        dueAt: string;
        /** Format: date-time */
        sentAt: string | null;
        told: number | null;
      }[];
      /** Format: date-time */
      startedAt: string;
      /** @enum {string} */
      state: 'collecting' | 'deciding' | 'closed';
      /** Format: uuid */
      taskId: string | null;
      texts: {
        announcement: string;
        farewell: string;
        reminder: string;
      };
    };
    CareRoundPerson: {
      /** Format: date-time */
      answeredAt: string | null;
      /** @enum {string|null} */
      answeredHow: 'name' | 'button' | 'word' | null;
      /** Format: date-time */
      decidedAt: string | null;
      /** @enum {string|null} */
      decision: 'keep' | 'talk' | 'remove' | null;
      fits: boolean;
      /** Format: uuid */
      identityId: string;
      /** Format: date-time */
      joinedAt: string;
      lastOn: string | null;
      /** Format: date-time */
      leftAt: string | null;
      name: string;
      /** Format: uuid */
      personId: string | null;
      /** Format: uuid */
      pictureId: string | null;
      /** Format: date-time */
      readAt: string | null;
      /** @enum {string|null} */
      removal: 'planned' | 'handed' | 'removed' | 'stopped' | 'spared' | 'undone' | null;
      /** Format: date-time */
      removeAt: string | null;
      /** Format: date-time */
      removedAt: string | null;
      /** @enum {string|null} */
      spared: 'team' | 'kept' | 'new' | 'uncontacted' | null;
      /** Format: uuid */
      taskId: string | null;
      /** Format: date-time */
      undoneAt: string | null;
    };
    Case: {
      appeal: string | null;
      /** Format: date-time */
      appealDecidedAt: string | null;
      /** Format: uuid */
      appealDecidedBy: string | null;
      /** Format: date-time */
      appealedAt: string | null;
      appealNote: string;
      /** @enum {string} */
      audience: 'team' | 'leads';
      author: {
        name: string;
        /** Format: uuid */
        pictureId: string | null;
      };
      /** Format: date-time */
      decidedAt: string | null;
      /** Format: uuid */
      decidedBy: string | null;
      draft: {
        /** Format: date-time */
        at: string;
        kind: string;
        mentions: {
          identityId: string;
          name: string;
        }[];
        picture: {
          height: number;
          /** Format: uuid */
          id: string;
          width: number;
        } | null;
        /** Format: uuid */
        replyTo: string | null;
        text: string;
      } | null;
      evidence: components['schemas']['Evidence'][];
      /** Format: uuid */
      groupId: string;
      /** Format: date-time */
      hiddenAt: string | null;
      /** Format: uuid */
      id: string;
      /** Format: uuid */
      identityId: string;
      /** @enum {string} */
      kind: 'held' | 'stopped' | 'said' | 'dry';
      /** Format: uuid */
      messageId: string | null;
      note: string;
      /** Format: date-time */
      openedAt: string;
      reports: number;
      revision: number;
      rule: string;
      sanctions: {
        /** Format: uuid */
        caseId: string;
        /** Format: date-time */
        decaysAt: string;
        /** Format: date-time */
        givenAt: string;
        /** Format: uuid */
        givenBy: string | null;
        /** Format: uuid */
        groupId: string;
        /** Format: uuid */
        id: string;
        /** Format: uuid */
        identityId: string;
        rule: string;
        /** @enum {string} */
        state: 'proposed' | 'applied' | 'dry' | 'declined' | 'undone';
        /** @enum {string} */
        step: 'remind' | 'warn' | 'talk' | 'mute' | 'remove' | 'ban';
        /** Format: uuid */
        taskId: string | null;
        /** Format: date-time */
        until: string | null;
      }[];
      score: number;
      /** @enum {string} */
      state: 'waiting' | 'refused' | 'released' | 'upheld' | 'appealed' | 'overturned' | 'confirmed' | 'closed';
      thresholds: {
        core: number;
        member: number;
        new: number;
      } | null;
      /** @enum {string} */
      trust: 'new' | 'member' | 'core' | 'team';
    };
    CaseDetail: {
      appeal: string | null;
      /** Format: date-time */
      appealDecidedAt: string | null;
      /** Format: uuid */
      appealDecidedBy: string | null;
      /** Format: date-time */
      appealedAt: string | null;
      appealNote: string;
      /** @enum {string} */
      audience: 'team' | 'leads';
      author: {
        name: string;
        /** Format: uuid */
        pictureId: string | null;
      };
      /** Format: date-time */
      decidedAt: string | null;
      /** Format: uuid */
      decidedBy: string | null;
      draft: {
        /** Format: date-time */
        at: string;
        kind: string;
        mentions: {
          identityId: string;
          name: string;
        }[];
        picture: {
          height: number;
          /** Format: uuid */
          id: string;
          width: number;
        } | null;
        /** Format: uuid */
        replyTo: string | null;
        text: string;
      } | null;
      evidence: components['schemas']['Evidence'][];
      /** Format: uuid */
      groupId: string;
      /** Format: date-time */
      hiddenAt: string | null;
      /** Format: uuid */
      id: string;
      /** Format: uuid */
      identityId: string;
      /** @enum {string} */
      kind: 'held' | 'stopped' | 'said' | 'dry';
      lessons: components['schemas']['Lesson'][];
      /** Format: uuid */
      messageId: string | null;
      note: string;
      /** Format: date-time */
      openedAt: string;
      /** @enum {string|null} */
      proposedStep: 'remind' | 'warn' | 'talk' | 'mute' | 'remove' | 'ban' | null;
      reading: {
        cues: string[];
        plain: string | null;
      } | null;
      reportedBy: {
        /** @enum {string} */
        reason: 'rule' | 'advert' | 'insult' | 'fraud' | 'unsafe' | 'other';
        /** @enum {string} */
        record: 'new' | 'sure' | 'mixed' | 'seldom';
        /** Format: date-time */
        reportedAt: string;
        reporter: {
          /** Format: uuid */
          identityId: string;
          name: string;
        } | null;
        rule: string | null;
        words: string | null;
      }[];
      reports: number;
      revision: number;
      rule: string;
      sanctions: {
        /** Format: uuid */
        caseId: string;
        /** Format: date-time */
        decaysAt: string;
        /** Format: date-time */
        givenAt: string;
        /** Format: uuid */
        givenBy: string | null;
        /** Format: uuid */
        groupId: string;
        /** Format: uuid */
        id: string;
        /** Format: uuid */
        identityId: string;
        rule: string;
        /** @enum {string} */
        state: 'proposed' | 'applied' | 'dry' | 'declined' | 'undone';
        /** @enum {string} */
        step: 'remind' | 'warn' | 'talk' | 'mute' | 'remove' | 'ban';
        /** Format: uuid */
        taskId: string | null;
        /** Format: date-time */
        until: string | null;
      }[];
      score: number;
      standing: {
        messages: number;
        /** Format: uuid */
        personId: string | null;
        /** Format: date-time */
        since: string | null;
        upheld: number;
      };
      /** @enum {string} */
      state: 'waiting' | 'refused' | 'released' | 'upheld' | 'appealed' | 'overturned' | 'confirmed' | 'closed';
      thresholds: {
        core: number;
        member: number;
        new: number;
      } | null;
      /** @enum {string} */
      trust: 'new' | 'member' | 'core' | 'team';
    };
    Community: {
      foundedAt: string;
      id: string;
      /** @enum {string} */
      kind: 'study-checkin' | 'parents' | 'flash-sale' | 'company' | 'fans' | 'trade' | 'local' | 'interest';
      name: string;
      official: {
        name: string;
        pictureId: string | null;
      };
      /** @description The adopted canvas; null before it is adopted for the first time. */
      purpose: {
        /**
         * @default {
         *       "frequency": null,
         *       "privacy": null,
         *       "service": null
         *     }
         */
        fit: {
          /**
           * @default null
           * @enum {string|null}
           */
          frequency: 'daily' | 'weekly' | 'monthly' | 'yearly' | null;
          /**
           * @default null
           * @enum {string|null}
           */
          privacy: 'open' | 'careful' | 'private' | null;
          /**
           * @default null
           * @enum {string|null}
           */
          service: 'ongoing' | 'months' | 'once' | null;
        };
        /** @default [] */
        goals: {
          /**
           * Format: date
           * @default null
           */
          by: string | null;
          /** @default null */
          figure: number | null;
          /** @enum {string} */
          layer: 'community' | 'tier' | 'role';
          /** @default  */
          measure: string;
          /** @default  */
          subject: string;
          text: string;
          /** @default  */
          unit: string;
        }[];
        /** @default  */
        manifesto: string;
        /** @default [] */
        pains: string[];
        /** @default [] */
        sharedValues: string[];
        /** @default  */
        targetPerson: string;
        /**
         * @default {
         *       "original": "",
         *       "exclusive": "",
         *       "fresh": ""
         *     }
         */
        value: {
          /** @default  */
          exclusive: string;
          /** @default  */
          fresh: string;
          /** @default  */
          original: string;
        };
        /** @default  */
        vision: string;
        /** @default  */
        whyCreate: string;
        /**
         * @default {
         *       "reasons": [],
         *       "text": ""
         *     }
         */
        whyJoin: {
          /** @default [] */
          reasons: ('information' | 'consulting' | 'articles' | 'mutual_push' | 'resources' | 'wavelength')[];
          /** @default  */
          text: string;
        };
      } | null;
      purposeAdoptedAt: string | null;
      /** @enum {string} */
      stage: 'funnel' | 'ordinary' | 'paid';
      zone: string;
      zoneVersion: number;
    };
    DutyLeave: {
      deputyId: string | null;
      from: string;
      id: string;
      to: string;
      userId: string;
    };
    DutyNote: {
      at: string;
      by: string;
      id: string;
      mayRead: boolean;
      readAt: string | null;
      readBy: string | null;
      text: string;
    };
    DutyOperator: {
      name: string;
      onTeam: boolean;
      userId: string;
    };
    DutyShift: {
      from: number;
      operatorIds: string[];
      to: number;
    };
    Earner: {
      balance: number;
      hidden: boolean;
      /** Format: uuid */
      identityId: string;
      kinds: {
        key: string;
        label: string;
        points: number;
      }[];
      lastAt: string;
      name: string;
      /** Format: uuid */
      personId: string | null;
      /** Format: uuid */
      pictureId: string | null;
      points: number;
      times: number;
    };
    Evidence: {
      /** @enum {string} */
      check: 'terms' | 'links' | 'codes' | 'contacts' | 'repeats' | 'raid' | 'ads' | 'storms' | 'promotion';
      /** @enum {string} */
      effect: 'hold' | 'stop';
      kinds?: string[];
      /** @enum {string} */
      mode: 'on' | 'dry';
      model?: string;
      score: number;
      spans: {
        end: number;
        start: number;
      }[];
      words: string[];
    };
    FittingPerson: {
      card: components['schemas']['Card'];
      /** Format: uuid */
      identityId: string;
      name: string;
      /** Format: uuid */
      pictureId: string | null;
      reasons: {
        /** @enum {string} */
        line: 'name' | 'profession' | 'city' | 'industry' | 'offers' | 'needs' | 'tags';
        text: string;
        words: string[];
      }[];
      shared: {
        /** Format: uuid */
        id: string;
        name: string;
      }[];
    };
    FoundPerson: {
      card: components['schemas']['Card'];
      /** Format: uuid */
      identityId: string;
      matched: ('name' | 'profession' | 'city' | 'industry' | 'offers' | 'needs' | 'tags')[];
      name: string;
      /** Format: uuid */
      pictureId: string | null;
      shared: {
        /** Format: uuid */
        id: string;
        name: string;
      }[];
    };
    Gift: {
      amount: number;
      at: string;
      /** Format: uuid */
      fromId: string;
      /** Format: uuid */
      id: string;
      /** Format: uuid */
      messageId: string | null;
      note: string;
      reversedAt: string | null;
      /** Format: uuid */
      toId: string;
    };
    Group: {
      approval: boolean;
      capacity: number;
      carrier: string;
      communityId: string;
      createdAt: string;
      externalId: string | null;
      id: string;
      lastActivityAt: string | null;
      /** @enum {string} */
      lifecycle: 'new' | 'growing' | 'mature' | 'declining' | 'dead' | 'dissolved';
      lifecycleSince: string;
      members: number;
      mutedAll: boolean;
      name: string;
      nameLocked: boolean;
      notice: {
        at: string;
        by: string;
        text: string;
      } | null;
      pictureId: string | null;
      privateAdding: boolean;
      slowModeSeconds: number;
      /** @enum {string} */
      tier: 'funnel' | 'ordinary' | 'paid' | 'holding' | 'campaign' | 'lecture';
    };
    Guest: {
      /** Format: date-time */
      changedAt: string;
      /** Format: date-time */
      createdAt: string;
      field: string;
      hasPrivate: boolean;
      held: number;
      /** Format: uuid */
      id: string;
      /** Format: uuid */
      identityId: string | null;
      intro: string;
      /** @enum {string} */
      kind: 'kol' | 'speaker' | 'merchant' | 'partner' | 'media';
      lastOn: string | null;
      name: string;
      /** Format: date-time */
      nextAt: string | null;
      /** Format: uuid */
      nextTaskId: string | null;
      nextWhat: string;
      platforms: {
        asOf: string | null;
        followers: number | null;
        name: string;
        place: string;
      }[];
      promises: string;
      /** @enum {string} */
      source: 'self' | 'agreed' | 'public' | 'introduced';
      sourceNote: string;
      /** @enum {string} */
      stage: 'known' | 'talked' | 'agreed' | 'came' | 'friend' | 'resting';
      /** Format: date-time */
      stageSince: string;
      version: number;
    };
    ImportCounts: {
      bad: number;
      changed: number;
      kept: number;
      new: number;
      same: number;
      taken: number;
      written: number;
    };
    IntroductionRequest: {
      asksOutcome: boolean;
      /** Format: date-time */
      createdAt: string;
      /** Format: date-time */
      expiresAt: string;
      /** @enum {string} */
      how: 'sent' | 'received' | 'suggested';
      /** Format: uuid */
      id: string;
      isMine: boolean;
      myWords: string | null;
      other: {
        /** Format: uuid */
        identityId: string;
        name: string;
        /** Format: uuid */
        pictureId: string | null;
      };
      /** @enum {string|null} */
      outcome: 'met' | 'quiet' | 'made' | null;
      /** @enum {string} */
      state: 'open' | 'accepted' | 'declined' | 'withdrawn' | 'expired';
      theirWords: string | null;
      why: string;
    };
    Kappa: {
      agreed: number;
      kappa: {
        high: number;
        low: number;
        value: number;
      } | null;
    };
    Ladder: {
      /** Format: uuid */
      id: string;
      levels: {
        entry?: unknown;
        entryWords: string;
        name: string;
        number: number;
        people: number | null;
        /** @default null */
        price: {
          amount: number;
          /** @description `points` or an ISO 4217 currency, e.g. CNY; amounts are in its minor unit */
          currency: string;
          days: number;
        } | null;
        /** @default [] */
        privileges: components['schemas']['LevelPrivilege'][];
        staying?: unknown;
        stayingWords: string;
      }[];
      main: boolean;
      name: string;
      policy: {
        /** @default 7 */
        graceDays: number;
        /** @default 14 */
        keepDays: number;
        /** @default 0 */
        stepDays: number;
      };
      revision: number;
      running: boolean;
    };
    LadderDraft: {
      levels: components['schemas']['Level'][];
      /** @default false */
      main: boolean;
      name: string;
      /** @default {} */
      policy: {
        /** @default 7 */
        graceDays: number;
        /** @default 14 */
        keepDays: number;
        /** @default 0 */
        stepDays: number;
      };
    };
    LedGroup: {
      groupId: string;
      late: boolean;
      name: string;
      next: {
        insteadOf: string | null;
        userId: string;
      } | null;
      turn: {
        facts: {
          cases: number;
          guests: number;
          note: boolean;
          questions: number;
          tasks: number;
        } | null;
        firstDay: string;
        id: string;
        insteadOf: string | null;
        lastDay: string;
        taskId: string | null;
        userId: string;
      } | null;
      userIds: string[];
      version: number;
      weeks: number;
    };
    Lesson: {
      /** Format: uuid */
      caseId: string | null;
      /** @enum {string|null} */
      heldBack: 'moderator' | 'day' | 'text' | null;
      isFinal: boolean;
      isUnwelcome: boolean;
      number: number;
      /** @enum {string} */
      source: 'case' | 'message' | 'sentence' | 'undo';
      /** Format: date-time */
      taughtAt: string;
      /** Format: uuid */
      taughtBy: string;
      text: string | null;
      weight: number;
    };
    Level: {
      entry: components['schemas']['SegmentDefinition'] & (Record<string, never> | null);
      name: string;
      number: number | null;
      /** @default null */
      price: {
        amount: number;
        /** @description `points` or an ISO 4217 currency, e.g. CNY; amounts are in its minor unit */
        currency: string;
        days: number;
      } | null;
      /** @default [] */
      privileges: components['schemas']['LevelPrivilege'][];
      staying: components['schemas']['SegmentDefinition'] & (Record<string, never> | null);
    };
    LevelChange: {
      at: string;
      by: string;
      /** @enum {string} */
      cause: 'placed' | 'ladder' | 'rules' | 'locked' | 'unlocked' | 'paid' | 'expired';
      from: string;
      /** Format: uuid */
      id: string;
      ladder: string;
      to: string;
      told: boolean;
      up: boolean;
      why: string;
    };
    LevelPrivilege:
      | {
          /** @enum {string} */
          kind: 'discount';
          name: string;
          percent: number;
        }
      | {
          hours: number;
          /** @enum {string} */
          kind: 'early_access';
          name: string;
        }
      | {
          /** @enum {string} */
          kind: 'free_seats';
          name: string;
          seats: number;
        }
      | {
          /** @enum {string} */
          kind: 'words';
          name: string;
          text: string;
        };
    Message: {
      /** Format: date-time */
      at: string;
      author: {
        /** Format: uuid */
        identityId: string;
        /** @enum {string} */
        kind: 'member' | 'official' | 'bot' | 'tombstone';
        name: string;
        /** Format: uuid */
        pictureId: string | null;
        /** @enum {string} */
        role: 'member' | 'steward' | 'admin' | 'owner';
      };
      changedSeq: number;
      clientId: string | null;
      /** @enum {string} */
      delivery?: 'waiting' | 'delivered' | 'skipped' | 'uncertain' | 'refused';
      /** Format: date-time */
      editedAt: string | null;
      /** Format: uuid */
      groupId: string;
      /** Format: uuid */
      id: string;
      /** @enum {string} */
      kind: 'text' | 'image' | 'announcement' | 'system';
      mentions: {
        identityId: string | 'all';
        name: string;
      }[];
      picture: {
        height: number;
        /** Format: uuid */
        id: string;
        width: number;
      } | null;
      pinned: boolean;
      reactions: {
        count: number;
        /** @enum {string} */
        key: 'like' | 'learned' | 'agree' | 'laugh' | 'hug' | 'thanks';
        mine: boolean;
      }[];
      readers?: number;
      /** Format: date-time */
      recalledAt: string | null;
      replyTo: {
        authorName: string;
        excerpt: string;
        /** Format: uuid */
        id: string;
        recalled: boolean;
      } | null;
      seq: number;
      text: string;
    };
    NamedGift: {
      amount: number;
      at: string;
      /** Format: uuid */
      fromId: string;
      fromName: string;
      /** Format: uuid */
      id: string;
      /** Format: uuid */
      messageId: string | null;
      note: string;
      reversedAt: string | null;
      /** Format: uuid */
      toId: string;
      toName: string;
    };
    Newcomer: {
      /** Format: date-time */
      answeredAt: string | null;
      backOn: string | null;
      /** Format: date-time */
      cardedAt: string | null;
      /** Format: uuid */
      greetTaskId: string | null;
      /** Format: uuid */
      groupId: string;
      /** Format: uuid */
      identityId: string;
      isOpen: boolean;
      /** Format: date-time */
      joinedAt: string;
      /** Format: date-time */
      leftAt: string | null;
      name: string;
      /** Format: uuid */
      personId: string | null;
      /** Format: uuid */
      pictureId: string | null;
      /** Format: date-time */
      spokeAt: string | null;
      /** @enum {string} */
      stands: 'unanswered' | 'unwelcomed' | 'silent' | 'uncarded' | 'not_back' | 'through' | 'left';
      /** Format: date-time */
      welcomedAt: string | null;
    };
    Person: {
      carriers: string[];
      /** Format: date-time */
      createdAt: string;
      groups: number;
      /** Format: uuid */
      identityId: string;
      inviterName: string | null;
      /** Format: date-time */
      joinedAt: string | null;
      lastActiveOn: string | null;
      messages28: number;
      name: string;
      /** Format: uuid */
      personId: string;
      /** Format: uuid */
      pictureId: string | null;
      source: string | null;
      stays: {
        /** Format: uuid */
        groupId: string;
        groupName: string;
        /** @enum {string} */
        role: 'member' | 'steward' | 'admin' | 'owner';
      }[];
    };
    PointsLine: {
      amount: number;
      at: string;
      balance: number;
      /** Format: uuid */
      entryId: string;
      gift: {
        isMine: boolean;
        /** Format: uuid */
        messageId: string | null;
        name: string;
        note: string;
        /** Format: uuid */
        otherId: string;
      } | null;
      kind: string;
      /** @description The rule that paid it */
      label: string | null;
      memo: string;
      /** Format: uuid */
      reversedBy: string | null;
      /** Format: uuid */
      reverses: string | null;
      seq: number;
    };
    PointsSeason: {
      endedAt: string | null;
      /** Format: date */
      endsOn: string;
      /** Format: uuid */
      id: string;
      name: string;
      people: number;
      plannedAt: string;
      points: number;
      /** @enum {string} */
      state: 'planned' | 'running' | 'done' | 'called_off';
      toldAt: string | null;
      words: string;
    };
    Problem: {
      code: string;
      data?: {
        [key: string]: unknown;
      };
      detail: string;
      fields?: {
        detail: string;
        path: string;
        problem: string;
      }[];
      requestId: string;
      status: number;
      title: string;
      type: string;
    };
    Program: {
      changedAt: string;
      createdAt: string;
      definition: {
        makeUp: {
          cardsPerMonth: number;
          withinDays: number;
        };
        points: number;
        window: {
          from: string;
          to: string;
        };
        words: string[];
      };
      endsOn: string | null;
      groups: 'all' | string[];
      /** Format: uuid */
      id: string;
      /** @enum {string} */
      kind: 'check_in';
      name: string;
      numbers: {
        day: string;
        people: number;
        recent: number[];
        today: number;
        /** @enum {string} */
        window: 'early' | 'open' | 'late';
        yesterday: number;
      };
      pause: {
        from: string;
        to: string | null;
      } | null;
      startsOn: string;
      /** @enum {string} */
      state: 'upcoming' | 'running' | 'paused' | 'ended';
    };
    PublicCard: {
      asks: string;
      hours: string;
      isShown: boolean;
      name: string;
    };
    Quarrel: {
      alarmId: string;
      angry: number;
      answers: {
        about: string | null;
        at: string;
        by: string | null;
        endedAt: string | null;
        endedBy: string | null;
        id: string;
        /** @enum {string} */
        kind: 'slow_mode' | 'note' | 'private_talk' | 'no_quarrel';
      }[];
      behind: string;
      count: number;
      groupId: string;
      isReal: boolean | null;
      lastAt: string;
      lessons: number;
      messages: {
        at: string;
        excerpt: string;
        id: string;
        identityId: string;
        isAngry: boolean;
        isRecalled: boolean;
        name: string;
      }[];
      notes: {
        text: string;
        /** @enum {string} */
        tone: 'warm' | 'plain' | 'light';
      }[];
      people: {
        draft: string;
        identityId: string;
        name: string;
        pictureId: string | null;
      }[];
      slowMode: {
        formerSeconds: number;
        seconds: number;
        until: string;
      } | null;
      slowOffer: {
        minutes: number;
        seconds: number;
      };
      startedAt: string;
    };
    Question: {
      answer: {
        at: string;
        by: {
          identityId: string;
          /** @enum {string} */
          kind: 'member' | 'official' | 'bot' | 'tombstone';
          name: string;
          personId: string | null;
          pictureId: string | null;
        };
        /** @enum {string} */
        how: 'reply' | 'linked' | 'team';
        messageId: string;
      } | null;
      askedBy: {
        identityId: string;
        /** @enum {string} */
        kind: 'member' | 'official' | 'bot' | 'tombstone';
        name: string;
        personId: string | null;
        pictureId: string | null;
      };
      /** @enum {string|null} */
      askerSays: 'helpful' | 'unsolved' | null;
      assigneeId: string | null;
      at: string;
      /** @enum {string|null} */
      closeReason: 'settled' | 'no_question' | 'recalled' | 'expired' | null;
      dueAt: string | null;
      excerpt: string;
      givenAt: string | null;
      groupId: string;
      id: string;
      messageId: string;
      overdue: boolean;
      overdueTaskId: string | null;
      settledAt: string | null;
      snoozedUntil: string | null;
      /** @enum {string} */
      state: 'open' | 'answered' | 'closed';
    };
    SampledAnswer: {
      answerer: {
        id: string;
        /** @enum {string} */
        kind: 'operator' | 'host';
        name: string;
      };
      at: string;
      groupId: string;
      id: string;
      mine: {
        at: string;
        isComplete: boolean;
        isKind: boolean;
        isRight: boolean;
        name: string;
        note: string;
      } | null;
      others: {
        at: string;
        isComplete: boolean;
        isKind: boolean;
        isRight: boolean;
        name: string;
        note: string;
      }[];
      question: {
        askedBy: string;
        at: string;
        text: string;
      };
      questionId: string;
      text: string | null;
      /** @enum {string|null} */
      verdict: 'helpful' | 'unsolved' | null;
    };
    Satisfaction: {
      answers: number;
      helpful: number;
      share: components['schemas']['Share'];
      unsolved: number;
    };
    Script: {
      archivedAt: string | null;
      asks: string[];
      changedAt: string;
      folder: string;
      id: string;
      /** @enum {string} */
      kind: 'answer' | 'welcome' | 'rules' | 'promotion' | 'daily';
      lastUsedAt: string | null;
      letters: string;
      shortcut: string;
      standard: boolean;
      text: string;
      title: string;
      uses: number;
      version: number;
    };
    Seed: {
      /** Format: date-time */
      answeredAt: string | null;
      /** Format: date-time */
      askedAt: string;
      done: number;
      /** Format: date-time */
      endedAt: string | null;
      /** Format: uuid */
      groupId: string;
      /** Format: uuid */
      id: string;
      /** Format: uuid */
      identityId: string;
      late: number;
      name: string;
      note: string;
      open: number;
      /** Format: uuid */
      pictureId: string | null;
      replies: number;
      skipped: number;
      /** @enum {string} */
      state: 'asked' | 'active' | 'declined' | 'expired' | 'left' | 'ended';
    };
    SeedTopic: {
      /** Format: date-time */
      dueAt: string;
      /** Format: uuid */
      groupId: string;
      hint: string;
      /** Format: uuid */
      id: string;
      /** Format: uuid */
      identityId: string;
      /** Format: uuid */
      messageId: string | null;
      name: string;
      note: string;
      /** Format: uuid */
      pictureId: string | null;
      reactions: number | null;
      repliers: number | null;
      replies: number | null;
      /** Format: uuid */
      seedId: string;
      /** Format: date-time */
      settledAt: string | null;
      /** @enum {string} */
      state: 'open' | 'done' | 'skipped' | 'taken_back';
      text: string;
    };
    SegmentDefinition: {
      items: (
        | {
            items: {
              days?: number;
              fact: string;
              /** Format: date */
              from?: string;
              /** @default false */
              not: boolean;
              number?: number;
              /** @enum {string} */
              op:
                | 'at_least'
                | 'at_most'
                | 'between'
                | 'within'
                | 'before'
                | 'dates'
                | 'one_of'
                | 'all_of'
                | 'in_now'
                | 'in_ever'
                | 'contains'
                | 'equals'
                | 'known';
              options?: string[];
              roles?: ('member' | 'steward' | 'admin' | 'owner')[];
              text?: string;
              to?: number;
              /** Format: date */
              until?: string;
            }[];
            /** @enum {string} */
            join: 'all' | 'any';
          }
        | {
            days?: number;
            fact: string;
            /** Format: date */
            from?: string;
            /** @default false */
            not: boolean;
            number?: number;
            /** @enum {string} */
            op:
              | 'at_least'
              | 'at_most'
              | 'between'
              | 'within'
              | 'before'
              | 'dates'
              | 'one_of'
              | 'all_of'
              | 'in_now'
              | 'in_ever'
              | 'contains'
              | 'equals'
              | 'known';
            options?: string[];
            roles?: ('member' | 'steward' | 'admin' | 'owner')[];
            text?: string;
            to?: number;
            /** Format: date */
            until?: string;
          }
      )[];
      /** @enum {string} */
      join: 'all' | 'any';
    };
    Share: {
      high: number;
      low: number;
      value: number;
    } | null;
    Task: {
      assigneeId: string | null;
      communityId: string;
      createdAt: string;
      dueAt: string | null;
      escalatedAt: string | null;
      escalationWord: string;
      groupId: string | null;
      id: string;
      kind: string;
      messageId: string | null;
      note: string;
      pictureIds: string[];
      questionId: string | null;
      settledAt: string | null;
      snoozedUntil: string | null;
      /** @enum {string} */
      state: 'open' | 'done' | 'skipped' | 'cancelled';
      steps: string[];
      text: string;
      title: string;
    };
    TwoFactorStanding: {
      /** @enum {string} */
      from: 'nobody' | 'owner' | 'admin' | 'workers' | 'everybody';
      graceDays: number;
      missing: {
        dueAt: string;
        name: string;
        roles: string[];
        userId: string;
      }[];
      since: string | null;
    };
    Wait: {
      answer: {
        at: string;
        by: {
          identityId: string;
          /** @enum {string} */
          kind: 'member' | 'official' | 'bot' | 'tombstone';
          name: string;
          personId: string | null;
          pictureId: string | null;
        };
        /** @enum {string} */
        how: 'reply' | 'linked' | 'team';
        messageId: string;
      } | null;
      askedBy: {
        identityId: string;
        /** @enum {string} */
        kind: 'member' | 'official' | 'bot' | 'tombstone';
        name: string;
        personId: string | null;
        pictureId: string | null;
      };
      /** @enum {string|null} */
      askerSays: 'helpful' | 'unsolved' | null;
      assigneeId: string | null;
      at: string;
      /** @enum {string|null} */
      closeReason: 'settled' | 'no_question' | 'recalled' | 'expired' | null;
      dueAt: string | null;
      excerpt: string;
      givenAt: string | null;
      groupId: string;
      id: string;
      messageId: string;
      minutes: number;
      overdue: boolean;
      overdueTaskId: string | null;
      settledAt: string | null;
      snoozedUntil: string | null;
      /** @enum {string} */
      state: 'open' | 'answered' | 'closed';
    };
    Wave: {
      answers: {
        /** Format: date-time */
        at: string;
        by: string | null;
        /** Format: date-time */
        endedAt: string | null;
        endedBy: string | null;
        /** Format: uuid */
        id: string;
        /** @enum {string} */
        kind: 'approval' | 'hold';
        /** Format: date-time */
        until: string;
      }[];
      /** Format: date-time */
      approvalUntil: string | null;
      before: {
        days: number;
        joins: number;
      };
      comers: {
        held: number;
        /** Format: uuid */
        identityId: string;
        isCleared: boolean;
        isFaceAlike: boolean;
        isHere: boolean;
        isNameAlike: boolean;
        /** Format: date-time */
        joinedAt: string;
        messages: number;
        name: string;
        /** Format: uuid */
        personId: string | null;
        /** Format: uuid */
        pictureId: string | null;
      }[];
      /** Format: date-time */
      endedAt: string | null;
      entrance: {
        channel: string | null;
        inviter: string | null;
      };
      faces: number;
      group: string;
      /** Format: uuid */
      groupId: string;
      held: number;
      /** Format: date-time */
      heldUntil: string | null;
      here: number;
      /** @enum {string|null} */
      how: 'time' | 'guests' | null;
      /** Format: uuid */
      id: string;
      /** Format: date-time */
      lastAt: string;
      minutes: number;
      names: number;
      people: number;
      /** @enum {string} */
      sign: 'names' | 'faces' | 'crowd';
      spoken: number;
      /** Format: date-time */
      startedAt: string;
      /** Format: date-time */
      until: string;
    };
  };
  responses: never;
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  'people.download_by_link': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        code: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The file */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'audit.list_installation_lines': {
    parameters: {
      query?: {
        action?: string;
        actorId?: string;
        cursor?: string;
        from?: string;
        limit?: number;
        targetId?: string;
        targetKind?: string;
        to?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              action: string;
              actor: {
                id: string | null;
                kind: string;
                name: string | null;
              };
              at: string;
              detail: {
                [key: string]: unknown;
              };
              id: string;
              requestId: string;
              sentence: string;
              target: {
                id: string;
                kind: string;
                name: string | null;
              } | null;
            }[];
            nextCursor: string | null;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'auth.sign_in': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          email: string;
          password: string;
        };
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @enum {string} */
            state: 'signed_in' | 'two_factor_needed';
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'auth.sign_out': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': Record<string, never>;
      };
    };
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'auth.verify_backup_code': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          code: string;
        };
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @enum {string} */
            state: 'signed_in' | 'two_factor_needed';
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'auth.verify_totp': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          code: string;
        };
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @enum {string} */
            state: 'signed_in' | 'two_factor_needed';
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'communities.list_communities': {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              foundedAt: string;
              id: string;
              /** @enum {string} */
              kind: 'study-checkin' | 'parents' | 'flash-sale' | 'company' | 'fans' | 'trade' | 'local' | 'interest';
              name: string;
              official: {
                name: string;
                pictureId: string | null;
              };
              /** @description The adopted canvas; null before it is adopted for the first time. */
              purpose: {
                /**
                 * @default {
                 *       "frequency": null,
                 *       "privacy": null,
                 *       "service": null
                 *     }
                 */
                fit: {
                  /**
                   * @default null
                   * @enum {string|null}
                   */
                  frequency: 'daily' | 'weekly' | 'monthly' | 'yearly' | null;
                  /**
                   * @default null
                   * @enum {string|null}
                   */
                  privacy: 'open' | 'careful' | 'private' | null;
                  /**
                   * @default null
                   * @enum {string|null}
                   */
                  service: 'ongoing' | 'months' | 'once' | null;
                };
                /** @default [] */
                goals: {
                  /**
                   * Format: date
                   * @default null
                   */
                  by: string | null;
                  /** @default null */
                  figure: number | null;
                  /** @enum {string} */
                  layer: 'community' | 'tier' | 'role';
                  /** @default  */
                  measure: string;
                  /** @default  */
                  subject: string;
                  text: string;
                  /** @default  */
                  unit: string;
                }[];
                /** @default  */
                manifesto: string;
                /** @default [] */
                pains: string[];
                /** @default [] */
                sharedValues: string[];
                /** @default  */
                targetPerson: string;
                /**
                 * @default {
                 *       "original": "",
                 *       "exclusive": "",
                 *       "fresh": ""
                 *     }
                 */
                value: {
                  /** @default  */
                  exclusive: string;
                  /** @default  */
                  fresh: string;
                  /** @default  */
                  original: string;
                };
                /** @default  */
                vision: string;
                /** @default  */
                whyCreate: string;
                /**
                 * @default {
                 *       "reasons": [],
                 *       "text": ""
                 *     }
                 */
                whyJoin: {
                  /** @default [] */
                  reasons: ('information' | 'consulting' | 'articles' | 'mutual_push' | 'resources' | 'wavelength')[];
                  /** @default  */
                  text: string;
                };
              } | null;
              purposeAdoptedAt: string | null;
              role: string;
              /** @enum {string} */
              stage: 'funnel' | 'ordinary' | 'paid';
              zone: string;
              zoneVersion: number;
            }[];
            nextCursor: string | null;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'communities.create_community': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          canvas?: {
            /**
             * @default {
             *       "frequency": null,
             *       "privacy": null,
             *       "service": null
             *     }
             */
            fit?: {
              /**
               * @default null
               * @enum {string|null}
               */
              frequency?: 'daily' | 'weekly' | 'monthly' | 'yearly' | null;
              /**
               * @default null
               * @enum {string|null}
               */
              privacy?: 'open' | 'careful' | 'private' | null;
              /**
               * @default null
               * @enum {string|null}
               */
              service?: 'ongoing' | 'months' | 'once' | null;
            };
            /** @default [] */
            goals?: {
              /**
               * Format: date
               * @default null
               */
              by?: string | null;
              /** @default null */
              figure?: number | null;
              /** @enum {string} */
              layer: 'community' | 'tier' | 'role';
              /** @default  */
              measure?: string;
              /** @default  */
              subject?: string;
              text: string;
              /** @default  */
              unit?: string;
            }[];
            /** @default  */
            manifesto?: string;
            /** @default [] */
            pains?: string[];
            /** @default [] */
            sharedValues?: string[];
            /** @default  */
            targetPerson?: string;
            /**
             * @default {
             *       "original": "",
             *       "exclusive": "",
             *       "fresh": ""
             *     }
             */
            value?: {
              /** @default  */
              exclusive?: string;
              /** @default  */
              fresh?: string;
              /** @default  */
              original?: string;
            };
            /** @default  */
            vision?: string;
            /** @default  */
            whyCreate?: string;
            /**
             * @default {
             *       "reasons": [],
             *       "text": ""
             *     }
             */
            whyJoin?: {
              /** @default [] */
              reasons?: ('information' | 'consulting' | 'articles' | 'mutual_push' | 'resources' | 'wavelength')[];
              /** @default  */
              text?: string;
            };
          };
          /** @enum {string} */
          kind: 'study-checkin' | 'parents' | 'flash-sale' | 'company' | 'fans' | 'trade' | 'local' | 'interest';
          name: string;
          playbook?: {
            id: string;
            /** @default {} */
            parameters?: {
              [key: string]: string | number;
            };
          };
          zone?: string;
        };
      };
    };
    responses: {
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Community'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'communities.get_community': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Community'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'communities.update_community': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          kind?: 'study-checkin' | 'parents' | 'flash-sale' | 'company' | 'fans' | 'trade' | 'local' | 'interest';
          name?: string;
          official?: {
            name?: string;
            /** Format: uuid */
            pictureId?: string | null;
          };
          /** @enum {string} */
          stage?: 'funnel' | 'ordinary' | 'paid';
          zone?: string;
        };
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Community'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'insight.list_alarms': {
    parameters: {
      query?: {
        cursor?: string;
        groupId?: string;
        kind?: 'group_quiet' | 'leaving_wave' | 'questions_waiting' | 'quarrel' | 'joining_wave';
        limit?: number;
        state?: 'open' | 'settled';
      };
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              behind: string;
              countedAt: string | null;
              evidence: {
                [key: string]: string | number;
              };
              groupId: string;
              id: string;
              /** @enum {string} */
              kind: 'group_quiet' | 'leaving_wave' | 'questions_waiting' | 'quarrel' | 'joining_wave';
              raisedAt: string;
              settledAt: string | null;
              /** @enum {string|null} */
              settledHow: 'seen' | 'dismissed' | 'passed' | null;
              taskId: string | null;
              text: string;
              title: string;
            }[];
            nextCursor: string | null;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'insight.read_quarrel': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        alarmId: string;
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Quarrel'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'insight.call_no_quarrel': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        alarmId: string;
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @enum {boolean} */
            ok: true;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'insight.send_note': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        alarmId: string;
        communityId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          text: string;
        };
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            messageId: string;
            taskId: string | null;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'insight.ask_private_talk': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        alarmId: string;
        communityId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: uuid */
          identityId: string;
          text: string;
        };
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            taskId: string;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'insight.slow_down': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        alarmId: string;
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Quarrel'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'insight.undo_slow_mode': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        alarmId: string;
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Quarrel'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'alerts.get_settings': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @default 20 */
            othersAfterMinutes: number;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'alerts.set_settings': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @default 20 */
          othersAfterMinutes?: number;
        };
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @default 20 */
            othersAfterMinutes: number;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'desk.list_sample': {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
        part?: 'todo' | 'done';
        week?: string;
      };
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            done: number;
            items: components['schemas']['SampledAnswer'][];
            nextCursor: string | null;
            todo: number;
            week: string;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'desk.review_answer': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        answerId: string;
        communityId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          isComplete: boolean;
          isKind: boolean;
          isRight: boolean;
          /** @default  */
          note?: string;
        };
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SampledAnswer'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'communities.list_assumptions': {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
        status?: 'untested' | 'confirmed' | 'refuted';
      };
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              createdAt: string;
              decidedAt: string | null;
              evidence: string;
              id: string;
              /** @enum {string} */
              stage: 'funnel' | 'ordinary' | 'paid';
              statement: string;
              /** @enum {string} */
              status: 'untested' | 'confirmed' | 'refuted';
            }[];
            nextCursor: string | null;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'communities.add_assumption': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          evidence?: string;
          /** @enum {string} */
          stage?: 'funnel' | 'ordinary' | 'paid';
          statement: string;
          /** @enum {string} */
          status?: 'untested' | 'confirmed' | 'refuted';
        };
      };
    };
    responses: {
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            createdAt: string;
            decidedAt: string | null;
            evidence: string;
            id: string;
            /** @enum {string} */
            stage: 'funnel' | 'ordinary' | 'paid';
            statement: string;
            /** @enum {string} */
            status: 'untested' | 'confirmed' | 'refuted';
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'communities.remove_assumption': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        assumptionId: string;
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'communities.change_assumption': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        assumptionId: string;
        communityId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          evidence?: string;
          /** @enum {string} */
          stage?: 'funnel' | 'ordinary' | 'paid';
          statement?: string;
          /** @enum {string} */
          status?: 'untested' | 'confirmed' | 'refuted';
        };
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            createdAt: string;
            decidedAt: string | null;
            evidence: string;
            id: string;
            /** @enum {string} */
            stage: 'funnel' | 'ordinary' | 'paid';
            statement: string;
            /** @enum {string} */
            status: 'untested' | 'confirmed' | 'refuted';
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'audit.list_lines': {
    parameters: {
      query?: {
        action?: string;
        actorId?: string;
        cursor?: string;
        from?: string;
        limit?: number;
        targetId?: string;
        targetKind?: string;
        to?: string;
      };
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              action: string;
              actor: {
                id: string | null;
                kind: string;
                name: string | null;
              };
              at: string;
              detail: {
                [key: string]: unknown;
              };
              id: string;
              requestId: string;
              sentence: string;
              target: {
                id: string;
                kind: string;
                name: string | null;
              } | null;
            }[];
            nextCursor: string | null;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'people.list_bans': {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
        state?: 'in_force' | 'lifted';
      };
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              /** Format: date-time */
              bannedAt: string;
              /** Format: uuid */
              groupId: string | null;
              /** Format: uuid */
              id: string;
              /** Format: uuid */
              identityId: string;
              /** Format: date-time */
              liftedAt: string | null;
              name: string;
              /** Format: uuid */
              personId: string | null;
              reason: string;
            }[];
            nextCursor: string | null;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'people.lift_ban': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        banId: string;
        communityId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': Record<string, never>;
      };
    };
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'introductions.list_entries': {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
      };
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              /** Format: date-time */
              closedAt: string | null;
              /** Format: date-time */
              createdAt: string;
              /** Format: date-time */
              hiddenAt: string | null;
              hiddenReason: string | null;
              /** Format: uuid */
              id: string;
              /** Format: uuid */
              identityId: string;
              isMade: boolean;
              /** @enum {string} */
              kind: 'offer' | 'need';
              name: string;
              /** Format: uuid */
              pictureId: string | null;
              text: string;
              /** Format: date-time */
              validUntil: string;
            }[];
            made: number;
            needs: number;
            nextCursor: string | null;
            offers: number;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'introductions.hide_entry': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        entryId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          reason: string;
        };
      };
    };
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'introductions.show_entry': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        entryId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': Record<string, never>;
      };
    };
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'communities.get_canvas': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            adoptedAt: string | null;
            completeness: {
              checks: {
                key: string;
                met: boolean;
                text: string;
              }[];
              letter: string;
              next: {
                key: string;
                text: string;
              } | null;
              score: number;
              title: string;
            }[];
            draft: {
              /**
               * @default {
               *       "frequency": null,
               *       "privacy": null,
               *       "service": null
               *     }
               */
              fit: {
                /**
                 * @default null
                 * @enum {string|null}
                 */
                frequency: 'daily' | 'weekly' | 'monthly' | 'yearly' | null;
                /**
                 * @default null
                 * @enum {string|null}
                 */
                privacy: 'open' | 'careful' | 'private' | null;
                /**
                 * @default null
                 * @enum {string|null}
                 */
                service: 'ongoing' | 'months' | 'once' | null;
              };
              /** @default [] */
              goals: {
                /**
                 * Format: date
                 * @default null
                 */
                by: string | null;
                /** @default null */
                figure: number | null;
                /** @enum {string} */
                layer: 'community' | 'tier' | 'role';
                /** @default  */
                measure: string;
                /** @default  */
                subject: string;
                text: string;
                /** @default  */
                unit: string;
              }[];
              /** @default  */
              manifesto: string;
              /** @default [] */
              pains: string[];
              /** @default [] */
              sharedValues: string[];
              /** @default  */
              targetPerson: string;
              /**
               * @default {
               *       "original": "",
               *       "exclusive": "",
               *       "fresh": ""
               *     }
               */
              value: {
                /** @default  */
                exclusive: string;
                /** @default  */
                fresh: string;
                /** @default  */
                original: string;
              };
              /** @default  */
              vision: string;
              /** @default  */
              whyCreate: string;
              /**
               * @default {
               *       "reasons": [],
               *       "text": ""
               *     }
               */
              whyJoin: {
                /** @default [] */
                reasons: ('information' | 'consulting' | 'articles' | 'mutual_push' | 'resources' | 'wavelength')[];
                /** @default  */
                text: string;
              };
            };
            fit: {
              instead: {
                key: string;
                text: string;
              }[];
              reasons: {
                answer: string;
                factor: string;
                /** @enum {string} */
                pull: 'for' | 'against' | 'stop';
                text: string;
              }[];
              text: string;
              /** @enum {string} */
              verdict: 'fits' | 'with_care' | 'does_not_fit' | 'open';
            };
            missing: {
              key: string;
              text: string;
            }[];
            purpose: {
              /**
               * @default {
               *       "frequency": null,
               *       "privacy": null,
               *       "service": null
               *     }
               */
              fit: {
                /**
                 * @default null
                 * @enum {string|null}
                 */
                frequency: 'daily' | 'weekly' | 'monthly' | 'yearly' | null;
                /**
                 * @default null
                 * @enum {string|null}
                 */
                privacy: 'open' | 'careful' | 'private' | null;
                /**
                 * @default null
                 * @enum {string|null}
                 */
                service: 'ongoing' | 'months' | 'once' | null;
              };
              /** @default [] */
              goals: {
                /**
                 * Format: date
                 * @default null
                 */
                by: string | null;
                /** @default null */
                figure: number | null;
                /** @enum {string} */
                layer: 'community' | 'tier' | 'role';
                /** @default  */
                measure: string;
                /** @default  */
                subject: string;
                text: string;
                /** @default  */
                unit: string;
              }[];
              /** @default  */
              manifesto: string;
              /** @default [] */
              pains: string[];
              /** @default [] */
              sharedValues: string[];
              /** @default  */
              targetPerson: string;
              /**
               * @default {
               *       "original": "",
               *       "exclusive": "",
               *       "fresh": ""
               *     }
               */
              value: {
                /** @default  */
                exclusive: string;
                /** @default  */
                fresh: string;
                /** @default  */
                original: string;
              };
              /** @default  */
              vision: string;
              /** @default  */
              whyCreate: string;
              /**
               * @default {
               *       "reasons": [],
               *       "text": ""
               *     }
               */
              whyJoin: {
                /** @default [] */
                reasons: ('information' | 'consulting' | 'articles' | 'mutual_push' | 'resources' | 'wavelength')[];
                /** @default  */
                text: string;
              };
            } | null;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'communities.save_canvas': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @default false */
          adopt?: boolean;
          canvas: {
            /**
             * @default {
             *       "frequency": null,
             *       "privacy": null,
             *       "service": null
             *     }
             */
            fit?: {
              /**
               * @default null
               * @enum {string|null}
               */
              frequency?: 'daily' | 'weekly' | 'monthly' | 'yearly' | null;
              /**
               * @default null
               * @enum {string|null}
               */
              privacy?: 'open' | 'careful' | 'private' | null;
              /**
               * @default null
               * @enum {string|null}
               */
              service?: 'ongoing' | 'months' | 'once' | null;
            };
            /** @default [] */
            goals?: {
              /**
               * Format: date
               * @default null
               */
              by?: string | null;
              /** @default null */
              figure?: number | null;
              /** @enum {string} */
              layer: 'community' | 'tier' | 'role';
              /** @default  */
              measure?: string;
              /** @default  */
              subject?: string;
              text: string;
              /** @default  */
              unit?: string;
            }[];
            /** @default  */
            manifesto?: string;
            /** @default [] */
            pains?: string[];
            /** @default [] */
            sharedValues?: string[];
            /** @default  */
            targetPerson?: string;
            /**
             * @default {
             *       "original": "",
             *       "exclusive": "",
             *       "fresh": ""
             *     }
             */
            value?: {
              /** @default  */
              exclusive?: string;
              /** @default  */
              fresh?: string;
              /** @default  */
              original?: string;
            };
            /** @default  */
            vision?: string;
            /** @default  */
            whyCreate?: string;
            /**
             * @default {
             *       "reasons": [],
             *       "text": ""
             *     }
             */
            whyJoin?: {
              /** @default [] */
              reasons?: ('information' | 'consulting' | 'articles' | 'mutual_push' | 'resources' | 'wavelength')[];
              /** @default  */
              text?: string;
            };
          };
        };
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            adoptedAt: string | null;
            completeness: {
              checks: {
                key: string;
                met: boolean;
                text: string;
              }[];
              letter: string;
              next: {
                key: string;
                text: string;
              } | null;
              score: number;
              title: string;
            }[];
            draft: {
              /**
               * @default {
               *       "frequency": null,
               *       "privacy": null,
               *       "service": null
               *     }
               */
              fit: {
                /**
                 * @default null
                 * @enum {string|null}
                 */
                frequency: 'daily' | 'weekly' | 'monthly' | 'yearly' | null;
                /**
                 * @default null
                 * @enum {string|null}
                 */
                privacy: 'open' | 'careful' | 'private' | null;
                /**
                 * @default null
                 * @enum {string|null}
                 */
                service: 'ongoing' | 'months' | 'once' | null;
              };
              /** @default [] */
              goals: {
                /**
                 * Format: date
                 * @default null
                 */
                by: string | null;
                /** @default null */
                figure: number | null;
                /** @enum {string} */
                layer: 'community' | 'tier' | 'role';
                /** @default  */
                measure: string;
                /** @default  */
                subject: string;
                text: string;
                /** @default  */
                unit: string;
              }[];
              /** @default  */
              manifesto: string;
              /** @default [] */
              pains: string[];
              /** @default [] */
              sharedValues: string[];
              /** @default  */
              targetPerson: string;
              /**
               * @default {
               *       "original": "",
               *       "exclusive": "",
               *       "fresh": ""
               *     }
               */
              value: {
                /** @default  */
                exclusive: string;
                /** @default  */
                fresh: string;
                /** @default  */
                original: string;
              };
              /** @default  */
              vision: string;
              /** @default  */
              whyCreate: string;
              /**
               * @default {
               *       "reasons": [],
               *       "text": ""
               *     }
               */
              whyJoin: {
                /** @default [] */
                reasons: ('information' | 'consulting' | 'articles' | 'mutual_push' | 'resources' | 'wavelength')[];
                /** @default  */
                text: string;
              };
            };
            fit: {
              instead: {
                key: string;
                text: string;
              }[];
              reasons: {
                answer: string;
                factor: string;
                /** @enum {string} */
                pull: 'for' | 'against' | 'stop';
                text: string;
              }[];
              text: string;
              /** @enum {string} */
              verdict: 'fits' | 'with_care' | 'does_not_fit' | 'open';
            };
            missing: {
              key: string;
              text: string;
            }[];
            purpose: {
              /**
               * @default {
               *       "frequency": null,
               *       "privacy": null,
               *       "service": null
               *     }
               */
              fit: {
                /**
                 * @default null
                 * @enum {string|null}
                 */
                frequency: 'daily' | 'weekly' | 'monthly' | 'yearly' | null;
                /**
                 * @default null
                 * @enum {string|null}
                 */
                privacy: 'open' | 'careful' | 'private' | null;
                /**
                 * @default null
                 * @enum {string|null}
                 */
                service: 'ongoing' | 'months' | 'once' | null;
              };
              /** @default [] */
              goals: {
                /**
                 * Format: date
                 * @default null
                 */
                by: string | null;
                /** @default null */
                figure: number | null;
                /** @enum {string} */
                layer: 'community' | 'tier' | 'role';
                /** @default  */
                measure: string;
                /** @default  */
                subject: string;
                text: string;
                /** @default  */
                unit: string;
              }[];
              /** @default  */
              manifesto: string;
              /** @default [] */
              pains: string[];
              /** @default [] */
              sharedValues: string[];
              /** @default  */
              targetPerson: string;
              /**
               * @default {
               *       "original": "",
               *       "exclusive": "",
               *       "fresh": ""
               *     }
               */
              value: {
                /** @default  */
                exclusive: string;
                /** @default  */
                fresh: string;
                /** @default  */
                original: string;
              };
              /** @default  */
              vision: string;
              /** @default  */
              whyCreate: string;
              /**
               * @default {
               *       "reasons": [],
               *       "text": ""
               *     }
               */
              whyJoin: {
                /** @default [] */
                reasons: ('information' | 'consulting' | 'articles' | 'mutual_push' | 'resources' | 'wavelength')[];
                /** @default  */
                text: string;
              };
            } | null;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'care.list_contacts': {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
      };
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              /** @enum {string} */
              arm: 'contact' | 'direct' | 'held';
              /** Format: date-time */
              assignedAt: string;
              /** @enum {string|null} */
              cause: 'mood' | 'shy' | 'return' | 'atmosphere' | 'other' | null;
              daysBefore: number;
              daysNow: number;
              /** Format: uuid */
              id: string;
              /** Format: uuid */
              identityId: string;
              lastOn: string | null;
              name: string;
              note: string;
              /** @enum {string|null} */
              outcome: 'talked' | 'no_answer' | 'left_alone' | null;
              /** Format: uuid */
              pictureId: string | null;
              returned: boolean | null;
              /** Format: date-time */
              settledAt: string | null;
              /** Format: uuid */
              taskId: string | null;
            }[];
            nextCursor: string | null;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'care.reach_out': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          personIds: string[];
          share: 0 | number;
        };
      };
    };
    responses: {
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            contacted: number;
            held: number;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'care.note_outcome': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        contactId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string|null} */
          cause: 'mood' | 'shy' | 'return' | 'atmosphere' | 'other' | null;
          note: string;
          /** @enum {string} */
          outcome: 'talked' | 'no_answer' | 'left_alone';
        };
      };
    };
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'care.list_fading': {
    parameters: {
      query?: {
        limit?: number;
      };
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            basis: {
              /** @enum {string} */
              by: 'rule' | 'uplift';
              effect: components['schemas']['CareEffect'];
              /** @enum {string} */
              first: 'gone' | 'less';
              parts: {
                gone: components['schemas']['CareEffect'];
                less: components['schemas']['CareEffect'];
              };
              waiting: number;
            };
            causes: {
              cause: string;
              count: number;
            }[];
            enough: {
              contacts: number;
              held: number;
            };
            items: {
              daysBefore: number;
              daysNow: number;
              /** Format: uuid */
              identityId: string;
              lastOn: string | null;
              name: string;
              /** Format: uuid */
              personId: string;
              /** Format: uuid */
              pictureId: string | null;
              usual: number;
            }[];
            rule: {
              before: number;
              leastBefore: number;
              mostOfUsual: number;
              recent: number;
            };
            total: number;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'care.list_kept': {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
      };
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              /** Format: date-time */
              at: string;
              /** Format: uuid */
              identityId: string;
              name: string;
              note: string;
              /** Format: uuid */
              personId: string | null;
              /** Format: uuid */
              pictureId: string | null;
            }[];
            nextCursor: string | null;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'care.keep_always': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        identityId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @default  */
          note?: string;
        };
      };
    };
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'care.keep_no_longer': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        identityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'care.list_newcomers': {
    parameters: {
      query?: {
        cursor?: string;
        groupId?: string;
        limit?: number;
        stands?: 'unanswered' | 'unwelcomed' | 'silent' | 'uncarded' | 'not_back' | 'through' | 'left';
      };
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Newcomer'][];
            nextCursor: string | null;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'care.greet_newcomer': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        identityId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: uuid */
          groupId: string;
        };
      };
    };
    responses: {
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            fresh: boolean;
            /** Format: uuid */
            taskId: string;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'care.read_path': {
    parameters: {
      query?: {
        groupId?: string;
      };
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            days: number;
            enough: number;
            now: {
              people: number;
              standings: {
                left?: number;
                not_back?: number;
                silent?: number;
                through?: number;
                unanswered?: number;
                uncarded?: number;
                unwelcomed?: number;
              };
            };
            over: {
              answered: number;
              back: number;
              carded: number;
              few: boolean;
              people: number;
              spoke: number;
              welcomed: number;
            };
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'care.preview_round': {
    parameters: {
      query: {
        groupId: string;
      };
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            asked: number;
            knowsReaders: boolean;
            people: number;
            spared: {
              kept: number;
              new: number;
              team: number;
              uncontacted: number;
            };
            texts: {
              announcement: string;
              farewell: string;
              reminder: string;
            };
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'care.list_rounds': {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
      };
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['CareRound'][];
            nextCursor: string | null;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'care.start_round': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          days: number;
          format: string;
          /** Format: uuid */
          groupId: string;
          perDay: number;
          remindAfter: number[];
          texts: {
            announcement: string;
            farewell: string;
            reminder: string;
          };
        };
      };
    };
    responses: {
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CareRound'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'care.get_round': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        communityId: string;
        roundId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            knowsReaders: boolean;
            round: components['schemas']['CareRound'];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'care.close_round': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        roundId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CareRound'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'care.decide_people': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        roundId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string|null} */
          decision: 'keep' | 'talk' | 'remove' | null;
          identityIds: string[];
        };
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CareRound'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'care.end_round': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        roundId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CareRound'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'care.list_round_people': {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
        view?: 'silent' | 'reading' | 'answered' | 'spared' | 'removals' | 'left';
      };
      header?: never;
      path: {
        communityId: string;
        roundId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['CareRoundPerson'][];
            nextCursor: string | null;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'care.undo_removal': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        identityId: string;
        roundId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CareRound'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'care.start_removals': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        roundId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** Format: date-time */
            lastAt: string;
            planned: number;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'care.stop_removals': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        roundId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            stopped: number;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'care.list_seeds': {
    parameters: {
      query?: {
        current?: string;
        cursor?: string;
        groupId?: string;
        limit?: number;
      };
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Seed'][];
            nextCursor: string | null;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'care.ask_seed': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: uuid */
          groupId: string;
          /** Format: uuid */
          identityId: string;
          /** @default  */
          note?: string;
        };
      };
    };
    responses: {
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** Format: uuid */
            id: string;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'care.end_seed': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': Record<string, never>;
      };
    };
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'care.give_topic': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: date-time */
          dueAt: string;
          /** @default  */
          hint?: string;
          text: string;
        };
      };
    };
    responses: {
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** Format: uuid */
            id: string;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'care.get_sorting': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            groups: number;
            lists: {
              few: number;
              /** @enum {string} */
              kind: 'leader' | 'advertiser' | 'zombie';
              people: number;
              verdicts: {
                interval: number[] | null;
                of: number;
                right: number;
              };
              wrong: number;
            }[];
            sortedOn: string | null;
            unknown: number;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'care.begin_sorting': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'care.talk_to_sorted': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        groupId: string;
        identityId: string;
        kind: 'leader' | 'advertiser' | 'zombie';
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** Format: uuid */
            taskId: string;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'care.judge_sorted': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        groupId: string;
        identityId: string;
        kind: 'leader' | 'advertiser' | 'zombie';
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          isRight: boolean | null;
        };
      };
    };
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'care.list_bands': {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
      };
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              bands: {
                ci95: number[];
                shares: number[];
                sizes: number[];
              } | null;
              /** Format: uuid */
              groupId: string;
              messages: number;
              name: string;
              reason: string | null;
              since: string;
              sortedOn: string;
            }[];
            nextCursor: string | null;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'care.list_sorted': {
    parameters: {
      query: {
        cursor?: string;
        kind: 'leader' | 'advertiser' | 'zombie';
        limit?: number;
        wrong?: string;
      };
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              /** @enum {string} */
              confidence: 'high' | 'medium' | 'few';
              evidence: {
                [key: string]: number;
              };
              /** Format: uuid */
              groupId: string;
              groupName: string;
              /** Format: uuid */
              identityId: string;
              isRight: boolean | null;
              /** @enum {string} */
              kind: 'leader' | 'advertiser' | 'zombie';
              n: number;
              name: string;
              /** Format: uuid */
              personId: string | null;
              /** Format: uuid */
              pictureId: string | null;
              /** Format: uuid */
              taskId: string | null;
            }[];
            nextCursor: string | null;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'care.list_topics': {
    parameters: {
      query?: {
        cursor?: string;
        groupId?: string;
        limit?: number;
        open?: string;
      };
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['SeedTopic'][];
            nextCursor: string | null;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'care.take_topic_back': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'programs.list_log': {
    parameters: {
      query: {
        cursor?: string;
        from: string;
        groupId?: string;
        limit?: number;
        programId?: string;
        q?: string;
        to: string;
      };
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              at: string;
              day: string;
              granted: boolean;
              /** Format: uuid */
              groupId: string;
              /** @enum {string} */
              how: 'word' | 'button' | 'make_up';
              /** Format: uuid */
              identityId: string;
              name: string;
              /** Format: uuid */
              personId: string | null;
              /** Format: uuid */
              pictureId: string | null;
              /** Format: uuid */
              programId: string;
              programName: string;
            }[];
            nextCursor: string | null;
            totals: {
              checkIns: number;
              madeUp: number;
              people: number;
            };
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'desk.get_desk_settings': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @default 3 */
            askDays: number;
            /** @default 5 */
            dutyAfterMinutes: number | null;
            /** @default 7 */
            expireDays: number;
            /** @default {} */
            groupMinutes: {
              [key: string]: number;
            };
            /** @default 30 */
            promiseMinutes: number;
            /** @default 3 */
            reviewsPerSteward: number;
            /** @default 08:00 */
            serviceFrom: string;
            /** @default 22:30 */
            serviceTo: string;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'desk.set_desk_settings': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @default 3 */
          askDays?: number;
          /** @default 5 */
          dutyAfterMinutes?: number | null;
          /** @default 7 */
          expireDays?: number;
          /** @default {} */
          groupMinutes?: {
            [key: string]: number;
          };
          /** @default 30 */
          promiseMinutes?: number;
          /** @default 3 */
          reviewsPerSteward?: number;
          /** @default 08:00 */
          serviceFrom?: string;
          /** @default 22:30 */
          serviceTo?: string;
        };
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @default 3 */
            askDays: number;
            /** @default 5 */
            dutyAfterMinutes: number | null;
            /** @default 7 */
            expireDays: number;
            /** @default {} */
            groupMinutes: {
              [key: string]: number;
            };
            /** @default 30 */
            promiseMinutes: number;
            /** @default 3 */
            reviewsPerSteward: number;
            /** @default 08:00 */
            serviceFrom: string;
            /** @default 22:30 */
            serviceTo: string;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'duty.get_roster': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            cover: {
              from: number;
              to: number;
            };
            days: {
              day: string;
              note: string;
              shifts: components['schemas']['DutyShift'][];
            }[];
            gaps: {
              away: string[];
              end: string;
              start: string;
            }[];
            leaves: components['schemas']['DutyLeave'][];
            notes: components['schemas']['DutyNote'][];
            operators: components['schemas']['DutyOperator'][];
            overlaps: {
              end: string;
              start: string;
              userIds: string[];
            }[];
            shifts: {
              from: number;
              operatorIds: string[];
              to: number;
              weekday: number;
            }[];
            today: string;
            version: number;
            watches: {
              away: {
                deputyId: string | null;
                userId: string;
              }[];
              end: string;
              on: string[];
              start: string;
            }[];
            zone: string;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'duty.put_day': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        day: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          note: string;
          shifts: {
            from: number;
            operatorIds: string[];
            to: number;
          }[];
        };
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'duty.remove_day': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        day: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'duty.add_leave': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: uuid */
          deputyId: string | null;
          /** Format: date */
          from: string;
          /** Format: date */
          to: string;
          /** Format: uuid */
          userId?: string;
        };
      };
    };
    responses: {
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DutyLeave'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'duty.remove_leave': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        leaveId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'duty.write_note': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          text: string;
        };
      };
    };
    responses: {
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            id: string;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'duty.read_note': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        noteId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': Record<string, never>;
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'duty.get_now': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            next: {
              start: string;
              userIds: string[];
            } | null;
            notes: components['schemas']['DutyNote'][];
            on: {
              until: string;
              userId: string;
            }[];
            operators: components['schemas']['DutyOperator'][];
            planned: boolean;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'duty.save_roster': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          cover: {
            from: number;
            to: number;
          };
          shifts: {
            from: number;
            operatorIds: string[];
            to: number;
            weekday: number;
          }[];
          version: number;
        };
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'communities.export_community': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The file */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'groups.list_groups': {
    parameters: {
      query?: {
        carrier?: string;
        cursor?: string;
        lifecycle?: 'new' | 'growing' | 'mature' | 'declining' | 'dead' | 'dissolved';
        limit?: number;
        order?: 'asc' | 'desc';
        q?: string;
        sort?: 'name' | 'members' | 'created' | 'activity';
        tier?: 'funnel' | 'ordinary' | 'paid' | 'holding' | 'campaign' | 'lecture';
      };
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            counts: {
              all: number;
              lifecycle: {
                dead?: number;
                declining?: number;
                dissolved?: number;
                growing?: number;
                mature?: number;
                new?: number;
              };
              tier: {
                campaign?: number;
                funnel?: number;
                holding?: number;
                lecture?: number;
                ordinary?: number;
                paid?: number;
              };
            };
            items: components['schemas']['Group'][];
            nextCursor: string | null;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'groups.create_group': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          approval?: boolean;
          capacity?: number;
          /**
           * @default web
           * @enum {string}
           */
          carrier?: 'web' | 'manual';
          mutedAll?: boolean;
          name: string;
          nameLocked?: boolean;
          notice?: string;
          /** Format: uuid */
          pictureId?: string | null;
          privateAdding?: boolean;
          slowModeSeconds?: number;
          /**
           * @default ordinary
           * @enum {string}
           */
          tier?: 'funnel' | 'ordinary' | 'paid' | 'holding' | 'campaign' | 'lecture';
        };
      };
    };
    responses: {
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Group'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'groups.get_group': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        communityId: string;
        groupId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Group'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'groups.update_group': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        groupId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          approval?: boolean;
          capacity?: number;
          mutedAll?: boolean;
          name?: string;
          nameLocked?: boolean;
          notice?: string | null;
          /** Format: uuid */
          pictureId?: string | null;
          privateAdding?: boolean;
          slowModeSeconds?: number;
          /** @enum {string} */
          tier?: 'funnel' | 'ordinary' | 'paid' | 'holding' | 'campaign' | 'lecture';
        };
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Group'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'carriers.list_abilities': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        communityId: string;
        groupId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            abilities: {
              /** @enum {string} */
              allowPrivateAdd?: 'native' | 'emulated' | 'human' | 'unsupported';
              /** @enum {string} */
              approveJoin?: 'native' | 'emulated' | 'human' | 'unsupported';
              /** @enum {string} */
              ban?: 'native' | 'emulated' | 'human' | 'unsupported';
              /** @enum {string} */
              createGroup?: 'native' | 'emulated' | 'human' | 'unsupported';
              /** @enum {string} */
              declineJoin?: 'native' | 'emulated' | 'human' | 'unsupported';
              /** @enum {string} */
              dissolve?: 'native' | 'emulated' | 'human' | 'unsupported';
              /** @enum {string} */
              edit?: 'native' | 'emulated' | 'human' | 'unsupported';
              /** @enum {string} */
              inviteLink?: 'native' | 'emulated' | 'human' | 'unsupported';
              /** @enum {string} */
              kick?: 'native' | 'emulated' | 'human' | 'unsupported';
              /** @enum {string} */
              listMembers?: 'native' | 'emulated' | 'human' | 'unsupported';
              /** @enum {string} */
              lockName?: 'native' | 'emulated' | 'human' | 'unsupported';
              /** @enum {string} */
              mute?: 'native' | 'emulated' | 'human' | 'unsupported';
              /** @enum {string} */
              muteAll?: 'native' | 'emulated' | 'human' | 'unsupported';
              /** @enum {string} */
              pin?: 'native' | 'emulated' | 'human' | 'unsupported';
              /** @enum {string} */
              react?: 'native' | 'emulated' | 'human' | 'unsupported';
              /** @enum {string} */
              recall?: 'native' | 'emulated' | 'human' | 'unsupported';
              /** @enum {string} */
              send?: 'native' | 'emulated' | 'human' | 'unsupported';
              /** @enum {string} */
              sendPrivate?: 'native' | 'emulated' | 'human' | 'unsupported';
              /** @enum {string} */
              setAvatar?: 'native' | 'emulated' | 'human' | 'unsupported';
              /** @enum {string} */
              setName?: 'native' | 'emulated' | 'human' | 'unsupported';
              /** @enum {string} */
              setNotice?: 'native' | 'emulated' | 'human' | 'unsupported';
              /** @enum {string} */
              setRole?: 'native' | 'emulated' | 'human' | 'unsupported';
              /** @enum {string} */
              slowMode?: 'native' | 'emulated' | 'human' | 'unsupported';
              /** @enum {string} */
              transferOwner?: 'native' | 'emulated' | 'human' | 'unsupported';
              /** @enum {string} */
              unban?: 'native' | 'emulated' | 'human' | 'unsupported';
              /** @enum {string} */
              unmute?: 'native' | 'emulated' | 'human' | 'unsupported';
              /** @enum {string} */
              unpin?: 'native' | 'emulated' | 'human' | 'unsupported';
            };
            carrier: string;
            limits: {
              /** @enum {string} */
              delivery: 'immediate' | 'memberConfirms';
              idempotentSend: boolean;
              maxMuteSeconds: number | null;
              /** @enum {string} */
              memberList: 'full' | 'admins' | 'diff' | 'none';
              reactions: boolean;
              reads: boolean;
              recallWithinSeconds: number | null;
              replies: boolean;
              sendsPerWindow: {
                seconds: number;
                sends: number;
              } | null;
              silentLeaves: boolean;
            };
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'carriers.act_on_group': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        groupId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json':
          | {
              /** Format: uuid */
              identityId: string;
              /** @enum {string} */
              op: 'mute';
              reason?: string;
              seconds: number;
            }
          | {
              /** Format: uuid */
              identityId: string;
              /** @enum {string} */
              op: 'unmute';
            }
          | {
              /** Format: uuid */
              identityId: string;
              /** @enum {string} */
              op: 'kick';
              reason?: string;
            }
          | {
              /** Format: uuid */
              identityId: string;
              /** @enum {string} */
              op: 'ban';
              reason?: string;
            }
          | {
              /** Format: uuid */
              identityId: string;
              /** @enum {string} */
              op: 'unban';
            }
          | {
              /** Format: uuid */
              identityId: string;
              /** @enum {string} */
              op: 'setRole';
              /** @enum {string} */
              role: 'member' | 'steward' | 'admin';
            }
          | {
              /** Format: uuid */
              identityId: string;
              /** @enum {string} */
              op: 'transferOwner';
            }
          | {
              /** Format: uuid */
              identityId: string;
              /** @enum {string} */
              op: 'sendPrivate';
              text: string;
            }
          | {
              /** Format: uuid */
              applicationId: string;
              /** @enum {string} */
              op: 'approveJoin';
            }
          | {
              /** Format: uuid */
              applicationId: string;
              /** @enum {string} */
              op: 'declineJoin';
              reason?: string;
            }
          | {
              on: boolean;
              /** @enum {string} */
              op: 'muteAll';
            }
          | {
              /** @enum {string} */
              op: 'slowMode';
              seconds: number;
            }
          | {
              name: string;
              /** @enum {string} */
              op: 'setName';
            }
          | {
              on: boolean;
              /** @enum {string} */
              op: 'lockName';
            }
          | {
              /** @enum {string} */
              op: 'setNotice';
              text: string;
            }
          | {
              /** @enum {string} */
              op: 'setAvatar';
              /** Format: uuid */
              pictureId: string | null;
            }
          | {
              on: boolean;
              /** @enum {string} */
              op: 'allowPrivateAdd';
            }
          | {
              /** @default invite */
              channel?: string;
              /** @enum {string} */
              op: 'inviteLink';
            }
          | {
              /** @enum {string} */
              op: 'listMembers';
            }
          | {
              capacity?: number;
              name: string;
              /** @enum {string} */
              op: 'createGroup';
            }
          | {
              /** @enum {string} */
              op: 'dissolve';
            };
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @enum {string} */
            how: 'native' | 'emulated' | 'human';
            /** Format: uuid */
            taskId: string | null;
            value?: unknown;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'messages.list_group_announcements': {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
      };
      header?: never;
      path: {
        communityId: string;
        groupId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Message'][];
            nextCursor: string | null;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'people.list_applications': {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
        state?: 'waiting' | 'accepted' | 'declined' | 'withdrawn';
      };
      header?: never;
      path: {
        communityId: string;
        groupId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              answers: {
                [key: string]: unknown;
              };
              /** Format: date-time */
              appliedAt: string;
              /** Format: date-time */
              decidedAt: string | null;
              /** Format: uuid */
              groupId: string;
              /** Format: uuid */
              id: string;
              /** Format: uuid */
              identityId: string;
              /** Format: uuid */
              inviterId: string | null;
              name: string;
              /** Format: uuid */
              personId: string | null;
              reason: string | null;
              source: string;
              /** @enum {string} */
              state: 'waiting' | 'accepted' | 'declined' | 'withdrawn';
            }[];
            nextCursor: string | null;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'people.accept_application': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        applicationId: string;
        communityId: string;
        groupId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': Record<string, never>;
      };
    };
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'people.decline_application': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        applicationId: string;
        communityId: string;
        groupId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @default  */
          reason?: string;
        };
      };
    };
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'groups.list_days': {
    parameters: {
      query: {
        from: string;
        to: string;
      };
      header?: never;
      path: {
        communityId: string;
        groupId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              checkIns: number;
              day: string;
              hostMessages: number;
              joins: number;
              leaves: number;
              messages: number;
              reactions: number;
              speakers: number;
            }[];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'groups.move_lifecycle': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        groupId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          to: 'new' | 'growing' | 'mature' | 'declining' | 'dead' | 'dissolved';
        };
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Group'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'groups.list_links': {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
      };
      header?: never;
      path: {
        communityId: string;
        groupId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              channel: string;
              code: string;
              createdAt: string;
              expiresAt: string | null;
              groupId: string;
              id: string;
              maxUses: number | null;
              revokedAt: string | null;
              /** @enum {string} */
              state: 'open' | 'expired' | 'used_up' | 'revoked';
              /** @description The address that the QR code holds, under the present public URL. */
              url: string;
              uses: number;
            }[];
            nextCursor: string | null;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'groups.create_link': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        groupId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          channel: string;
          /** Format: date-time */
          expiresAt?: string | null;
          maxUses?: number | null;
        };
      };
    };
    responses: {
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            channel: string;
            code: string;
            createdAt: string;
            expiresAt: string | null;
            groupId: string;
            id: string;
            maxUses: number | null;
            revokedAt: string | null;
            /** @enum {string} */
            state: 'open' | 'expired' | 'used_up' | 'revoked';
            /** @description The address that the QR code holds, under the present public URL. */
            url: string;
            uses: number;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'people.list_members': {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
        q?: string;
      };
      header?: never;
      path: {
        communityId: string;
        groupId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              /** Format: uuid */
              identityId: string;
              /** Format: uuid */
              inviterId: string | null;
              /** Format: date-time */
              joinedAt: string;
              /** @enum {string} */
              kind: 'member' | 'bot' | 'official' | 'tombstone';
              /** Format: date-time */
              mutedUntil: string | null;
              name: string;
              /** Format: uuid */
              personId: string | null;
              /** Format: uuid */
              pictureId: string | null;
              /** @enum {string} */
              role: 'member' | 'steward' | 'admin' | 'owner';
              source: string;
            }[];
            nextCursor: string | null;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'messages.read_group_talk': {
    parameters: {
      query?: {
        after?: number | null;
        around?: string;
        before?: string;
        day?: string;
        following?: string;
        limit?: number;
      };
      header?: never;
      path: {
        communityId: string;
        groupId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            hasMore: boolean;
            items: components['schemas']['Message'][];
            lastSeq: number;
            newerCursor: string | null;
            olderCursor: string | null;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'messages.send_message': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        groupId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          clientId: string;
          insist?: string | null;
          /**
           * @default text
           * @enum {string}
           */
          kind?: 'text' | 'image' | 'announcement';
          /** @default [] */
          mentions?: (string | 'all')[];
          /** Format: uuid */
          pictureId?: string | null;
          promotion?: boolean | null;
          /** Format: uuid */
          replyTo?: string | null;
          /** @default  */
          text?: string;
        };
      };
    };
    responses: {
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            duplicate: boolean;
            message: components['schemas']['Message'];
            /** Format: uuid */
            taskId: string | null;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'messages.edit_message': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        groupId: string;
        messageId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          text: string;
        };
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            message: components['schemas']['Message'];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'messages.pin_message': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        groupId: string;
        messageId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            message: components['schemas']['Message'];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'messages.unpin_message': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        groupId: string;
        messageId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            message: components['schemas']['Message'];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'promotions.correct_message': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        groupId: string;
        messageId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          promotion: boolean;
        };
      };
    };
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'messages.list_readers': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        communityId: string;
        groupId: string;
        messageId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            count: number;
            items: {
              /** Format: uuid */
              identityId: string;
              name: string;
            }[];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'messages.recall_message': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        groupId: string;
        messageId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': Record<string, never>;
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            message: components['schemas']['Message'];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'desk.make_message_task': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        groupId: string;
        messageId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: uuid */
          assigneeId?: string | null;
        };
      };
    };
    responses: {
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            taskId: string;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'messages.list_group_pins': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        communityId: string;
        groupId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Message'][];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'promotions.list_promotions': {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
      };
      header?: never;
      path: {
        communityId: string;
        groupId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              at: string;
              cost: number;
              day: string;
              dismissedAt: string | null;
              excerpt: string;
              followed: {
                isOver: boolean;
                leaves: number;
                leavesBefore: number;
                reactions: number;
                replies: number;
              };
              /** Format: uuid */
              id: string;
              insisted: string | null;
              isAnswer: boolean;
              /** @enum {string} */
              knownBy: 'label' | 'team' | 'taught' | 'sign' | 'wording';
              /** Format: uuid */
              messageId: string;
              overruled: ('never' | 'budget' | 'gap' | 'quiet' | 'credit')[] | null;
              recalled: boolean;
              signs: {
                /** @enum {string} */
                sign:
                  | 'payment'
                  | 'shop'
                  | 'groupBuy'
                  | 'miniProgram'
                  | 'coupon'
                  | 'orderList'
                  | 'label'
                  | 'wording'
                  | 'taught';
                words: string[];
              }[];
              /** @enum {string} */
              voice: 'team' | 'host' | 'member';
            }[];
            nextCursor: string | null;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'promotions.look_at_text': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        communityId: string;
        groupId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @default false */
          isAnswer?: boolean;
          promotion?: boolean | null;
          /** @default  */
          text?: string;
        };
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            cost: number;
            hold: {
              mayAt: string | null;
              reasons: ('never' | 'budget' | 'gap' | 'quiet' | 'credit')[];
              words: string;
            } | null;
            /** @enum {string} */
            knownBy: 'label' | 'taught' | 'sign' | 'wording' | 'nothing';
            promotion: boolean;
            signs: {
              /** @enum {string} */
              sign:
                | 'payment'
                | 'shop'
                | 'groupBuy'
                | 'miniProgram'
                | 'coupon'
                | 'orderList'
                | 'label'
                | 'wording'
                | 'taught';
              words: string[];
            }[];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'promotions.set_policy': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        groupId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          gapHours: number;
          perWeek: number;
          quiet: {
            from: number;
            to: number;
          };
        };
      };
    };
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'promotions.remove_policy': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        groupId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'promotions.list_group_scheduled': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        communityId: string;
        groupId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              clientId: string;
              dueAt: string;
              /** Format: uuid */
              groupId: string;
              /** Format: uuid */
              id: string;
              /** @enum {string} */
              kind: 'text' | 'image' | 'announcement';
              madeAt: string;
              /** Format: uuid */
              madeBy: string;
              moves: number;
              reason: string | null;
              /** @enum {string} */
              state: 'waiting' | 'sent' | 'cancelled' | 'held';
              text: string;
            }[];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'promotions.schedule_promotion': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        groupId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          clientId: string;
          /** Format: date-time */
          dueAt: string;
          /**
           * @default text
           * @enum {string}
           */
          kind?: 'text' | 'image' | 'announcement';
          /** @default [] */
          mentions?: (string | 'all')[];
          /** Format: uuid */
          pictureId?: string | null;
          /** Format: uuid */
          replyTo?: string | null;
          /** @default  */
          text?: string;
        };
      };
    };
    responses: {
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            clientId: string;
            dueAt: string;
            /** Format: uuid */
            groupId: string;
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: 'text' | 'image' | 'announcement';
            madeAt: string;
            /** Format: uuid */
            madeBy: string;
            moves: number;
            reason: string | null;
            /** @enum {string} */
            state: 'waiting' | 'sent' | 'cancelled' | 'held';
            text: string;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'promotions.get_standing': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        communityId: string;
        groupId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            credit: {
              balance: number;
              /** @enum {boolean} */
              provisional: true;
              weeks: {
                balance: number;
                counts: {
                  answers: number;
                  checkIns: number;
                  reactions: number;
                };
                from: string;
                points: {
                  answers: number;
                  checkIns: number;
                  reactions: number;
                };
                promotions: number;
                spent: number;
                value: number;
              }[];
              weights: {
                answer: number;
                answers: number;
                checkIns: number;
                crowding: number;
                dayMost: number;
                halfLifeDays: number;
                promotion: number;
                reactions: number;
              };
            };
            /** @enum {string} */
            guard: 'on' | 'watch' | 'off';
            hosts: {
              messages: number;
              share: number | null;
            };
            mayInsist: boolean;
            now: {
              cost: number;
              hold: {
                mayAt: string | null;
                reasons: ('never' | 'budget' | 'gap' | 'quiet' | 'credit')[];
                words: string;
              } | null;
            };
            own: {
              gapHours: number;
              perWeek: number;
              quiet: {
                from: number;
                to: number;
              };
            } | null;
            policy: {
              creditFloor: number | null;
              gapHours: number;
              perWeek: number;
              quiet: {
                from: number;
                to: number;
              };
            };
            week: {
              from: string;
              left: number;
              planned: number;
              used: number;
            };
            zone: string;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'insight.reset_lessons': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        groupId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @enum {boolean} */
            ok: true;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'care.list_marks': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        communityId: string;
        groupId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            identityIds: string[];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'programs.get_group_welcome': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        communityId: string;
        groupId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            own: boolean;
            welcome: {
              on: boolean;
              quiet: {
                from: string;
                to: string;
              } | null;
              texts: string[];
            };
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'programs.set_group_welcome': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        groupId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @default false */
          on?: boolean;
          /**
           * @description HH:MM in the zone of the community; 24:00 = end of the day
           * @default {
           *       "from": "22:30",
           *       "to": "07:30"
           *     }
           */
          quiet?: {
            /** @default 00:00 */
            from?: string;
            /** @default 24:00 */
            to?: string | '24:00';
          } | null;
          /** @default [] */
          texts?: string[];
        };
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            own: boolean;
            welcome: {
              on: boolean;
              quiet: {
                from: string;
                to: string;
              } | null;
              texts: string[];
            };
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'programs.reset_group_welcome': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        groupId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'programs.welcome_now': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        groupId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': Record<string, never>;
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            welcomed: number;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'guests.count_guests': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            due: number;
            stages: {
              agreed?: number;
              came?: number;
              friend?: number;
              known?: number;
              resting?: number;
              talked?: number;
            };
            unasked: number;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'guests.list_guests': {
    parameters: {
      query?: {
        cursor?: string;
        dueBefore?: string;
        kind?: 'kol' | 'speaker' | 'merchant' | 'partner' | 'media';
        limit?: number;
        order?: 'next' | 'new' | 'last';
        q?: string;
        source?: 'self' | 'agreed' | 'public' | 'introduced';
        stage?: 'known' | 'talked' | 'agreed' | 'came' | 'friend' | 'resting';
      };
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Guest'][];
            nextCursor: string | null;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'guests.create_guest': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @default  */
          contact?: string;
          /** @default  */
          fee?: string;
          /** @default  */
          field?: string;
          /**
           * Format: uuid
           * @default null
           */
          identityId?: string | null;
          /** @default  */
          intro?: string;
          /**
           * @default speaker
           * @enum {string}
           */
          kind?: 'kol' | 'speaker' | 'merchant' | 'partner' | 'media';
          name: string;
          /** @default [] */
          platforms?: {
            /** @default null */
            asOf?: string | null;
            /** @default null */
            followers?: number | null;
            name: string;
            place: string;
          }[];
          /** @default  */
          promises?: string;
          /** @enum {string} */
          source: 'self' | 'agreed' | 'public' | 'introduced';
          /** @default  */
          sourceNote?: string;
          /**
           * @default known
           * @enum {string}
           */
          stage?: 'known' | 'talked' | 'agreed' | 'came' | 'friend' | 'resting';
        };
      };
    };
    responses: {
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            alike: {
              /** Format: uuid */
              id: string;
              name: string;
            }[];
            guest: components['schemas']['Guest'];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'guests.export_guests': {
    parameters: {
      query?: {
        dueBefore?: string;
        format?: 'csv' | 'xlsx';
        kind?: 'kol' | 'speaker' | 'merchant' | 'partner' | 'media';
        q?: string;
        source?: 'self' | 'agreed' | 'public' | 'introduced';
        stage?: 'known' | 'talked' | 'agreed' | 'came' | 'friend' | 'resting';
      };
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The file */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'guests.bring_guests': {
    parameters: {
      query?: {
        write?: string;
      };
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/octet-stream': string;
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            added: number;
            bad: {
              /** @enum {string} */
              column:
                | 'name'
                | 'kind'
                | 'field'
                | 'intro'
                | 'stage'
                | 'source'
                | 'source_note'
                | 'platforms'
                | 'promises'
                | 'held'
                | 'last_on'
                | 'next_on'
                | 'contact'
                | 'fee';
              row: number;
              value: string;
            }[];
            known: number;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'guests.export_private': {
    parameters: {
      query?: {
        dueBefore?: string;
        format?: 'csv' | 'xlsx';
        kind?: 'kol' | 'speaker' | 'merchant' | 'partner' | 'media';
        q?: string;
        source?: 'self' | 'agreed' | 'public' | 'introduced';
        stage?: 'known' | 'talked' | 'agreed' | 'came' | 'friend' | 'resting';
      };
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The file */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'guests.get_guest': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        communityId: string;
        guestId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            appearances: {
              day: string;
              /** Format: uuid */
              groupId: string | null;
              /** Format: uuid */
              id: string;
              listeners: number | null;
              note: string;
              outcome: {
                counted: {
                  joins: number;
                  messages: number;
                  questions: number;
                  speakers: number;
                };
                isOver: boolean;
                until: string;
                usual: {
                  joins: number;
                  messages: number;
                  questions: number;
                  speakers: number;
                } | null;
                windows: number;
              } | null;
              /** @enum {string} */
              state: 'planned' | 'held' | 'cancelled';
              topic: string;
            }[];
            guest: components['schemas']['Guest'];
            history: {
              /** Format: date-time */
              at: string;
              /** Format: uuid */
              byId: string | null;
              /** @enum {string|null} */
              fromStage: 'known' | 'talked' | 'agreed' | 'came' | 'friend' | 'resting' | null;
              /** Format: uuid */
              id: string;
              /** @enum {string} */
              kind: 'created' | 'stage' | 'note' | 'reached' | 'not_reached' | 'merged';
              note: string;
              /** @enum {string|null} */
              toStage: 'known' | 'talked' | 'agreed' | 'came' | 'friend' | 'resting' | null;
            }[];
            member: {
              /** Format: uuid */
              identityId: string;
              name: string;
              /** Format: uuid */
              pictureId: string | null;
            } | null;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'guests.forget_guest': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        guestId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'guests.change_guest': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        guestId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          contact?: string;
          fee?: string;
          field?: string;
          /** Format: uuid */
          identityId?: string | null;
          intro?: string;
          /** @enum {string} */
          kind?: 'kol' | 'speaker' | 'merchant' | 'partner' | 'media';
          name?: string;
          platforms?: {
            /** @default null */
            asOf?: string | null;
            /** @default null */
            followers?: number | null;
            name: string;
            place: string;
          }[];
          promises?: string;
          /** @enum {string} */
          source?: 'self' | 'agreed' | 'public' | 'introduced';
          sourceNote?: string;
          version: number;
        };
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Guest'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'guests.add_appearance': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        guestId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          day: string;
          /**
           * Format: uuid
           * @default null
           */
          groupId?: string | null;
          /** @default null */
          listeners?: number | null;
          /** @default  */
          note?: string;
          /** @enum {string} */
          state: 'planned' | 'held' | 'cancelled';
          topic: string;
        };
      };
    };
    responses: {
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            day: string;
            /** Format: uuid */
            groupId: string | null;
            /** Format: uuid */
            id: string;
            listeners: number | null;
            note: string;
            /** @enum {string} */
            state: 'planned' | 'held' | 'cancelled';
            topic: string;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'guests.change_appearance': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        appearanceId: string;
        communityId: string;
        guestId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          day: string;
          /**
           * Format: uuid
           * @default null
           */
          groupId?: string | null;
          /** @default null */
          listeners?: number | null;
          /** @default  */
          note?: string;
          /** @enum {string} */
          state: 'planned' | 'held' | 'cancelled';
          topic: string;
        };
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            day: string;
            /** Format: uuid */
            groupId: string | null;
            /** Format: uuid */
            id: string;
            listeners: number | null;
            note: string;
            /** @enum {string} */
            state: 'planned' | 'held' | 'cancelled';
            topic: string;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'guests.merge_guests': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        guestId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: uuid */
          otherId: string;
        };
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Guest'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'guests.set_next_step': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        guestId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /**
           * Format: uuid
           * @default null
           */
          assigneeId?: string | null;
          /** Format: date-time */
          at: string | null;
          /** @default  */
          what?: string;
        };
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Guest'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'guests.add_note': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        guestId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          note: string;
        };
      };
    };
    responses: {
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'guests.read_private': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        guestId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': Record<string, never>;
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            contact: string;
            fee: string;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'guests.move_guest': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        guestId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @default  */
          note?: string;
          /** @enum {string} */
          to: 'known' | 'talked' | 'agreed' | 'came' | 'friend' | 'resting';
        };
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Guest'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'imports.list_imports': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              counts: components['schemas']['ImportCounts'];
              /** Format: date-time */
              createdAt: string;
              createdName: string;
              /** Format: date-time */
              endedAt: string | null;
              fileName: string;
              /** Format: date-time */
              forgottenAt: string | null;
              /** Format: uuid */
              id: string;
              position: number;
              rows: number;
              sheet: string | null;
              /** @enum {string} */
              state: 'checking' | 'checked' | 'running' | 'stopped' | 'done' | 'undoing' | 'undone';
            }[];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'imports.start_import': {
    parameters: {
      query: {
        fileName: string;
        sheet?: string;
      };
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/octet-stream': string;
      };
    };
    responses: {
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** Format: uuid */
            id: string;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'imports.get_import': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        communityId: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            columns: {
              heading: string;
              samples: string[];
              target: string | null;
            }[];
            counts: components['schemas']['ImportCounts'];
            /** Format: date-time */
            createdAt: string;
            createdName: string;
            /** Format: date-time */
            endedAt: string | null;
            fileName: string;
            /** Format: date-time */
            forgottenAt: string | null;
            /** Format: uuid */
            groupId: string | null;
            /** Format: uuid */
            id: string;
            keptDays: number;
            position: number;
            rows: number;
            sheet: string | null;
            sheets: string[];
            /** @enum {string} */
            state: 'checking' | 'checked' | 'running' | 'stopped' | 'done' | 'undoing' | 'undone';
            targets: {
              label: string;
              value: string;
            }[];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'imports.change_columns': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: uuid */
          groupId?: string | null;
          targets?: (string | null)[];
        };
      };
    };
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'imports.get_bad_rows': {
    parameters: {
      query?: {
        format?: 'csv' | 'xlsx';
      };
      header?: never;
      path: {
        communityId: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The file */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'imports.list_rows': {
    parameters: {
      query: {
        after?: number | null;
        limit?: number;
        verdict: 'new' | 'changed' | 'same' | 'bad';
      };
      header?: never;
      path: {
        communityId: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              changes: ('account' | 'name' | 'groups' | 'card' | 'tags' | 'fields' | 'note')[];
              name: string;
              number: number;
              problems: {
                cure: string;
                heading: string;
                reason: string;
                value: string;
              }[];
              /** @enum {string|null} */
              undone: 'taken' | 'kept' | null;
            }[];
            next: number | null;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'imports.run_import': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': Record<string, never>;
      };
    };
    responses: {
      /** @description Done */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** Format: uuid */
            id: string;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'imports.stop_import': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': Record<string, never>;
      };
    };
    responses: {
      /** @description Done */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** Format: uuid */
            id: string;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'imports.undo_import': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': Record<string, never>;
      };
    };
    responses: {
      /** @description Done */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** Format: uuid */
            id: string;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'imports.get_template': {
    parameters: {
      query?: {
        format?: 'csv' | 'xlsx';
      };
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The file */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'desk.list_inbox': {
    parameters: {
      query?: {
        cursor?: string;
        filter?: 'all' | 'open' | 'mentions' | 'unread';
        limit?: number;
        q?: string;
      };
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              carrier: string;
              dueAt: string | null;
              groupId: string;
              last: {
                at: string;
                authorName: string;
                excerpt: string;
                kind: string;
                messageId: string;
              } | null;
              members: number;
              mentions: number;
              name: string;
              open: number;
              overdue: number;
              pictureId: string | null;
              tier: string;
              unread: number;
            }[];
            nextCursor: string | null;
            totals: {
              mentions: number;
              open: number;
              overdue: number;
              unread: number;
            };
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'desk.read_group': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        groupId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': Record<string, never>;
      };
    };
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'introductions.list_latest': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            accepted: number;
            asked: number;
            items: {
              /** Format: date-time */
              createdAt: string;
              from: {
                /** Format: uuid */
                identityId: string;
                name: string;
              };
              /** Format: uuid */
              id: string;
              isSuggested: boolean;
              outcomes: ('met' | 'quiet' | 'made')[];
              /** @enum {string} */
              state: 'open' | 'accepted' | 'declined' | 'withdrawn' | 'expired';
              to: {
                /** Format: uuid */
                identityId: string;
                name: string;
              };
            }[];
            made: number;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'introductions.suggest': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: uuid */
          oneId: string;
          /** Format: uuid */
          otherId: string;
          why: string;
        };
      };
    };
    responses: {
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** Format: uuid */
            id: string;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'introductions.find_someone_for': {
    parameters: {
      query: {
        identityId: string;
        text: string;
      };
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['FittingPerson'][];
            words: string[];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'levels.list_ladders': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Ladder'][];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'levels.create_ladder': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['LadderDraft'];
      };
    };
    responses: {
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Ladder'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'levels.change_ladder': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        ladderId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          draft: components['schemas']['LadderDraft'];
          revision: number;
          /** @default true */
          tells?: boolean;
        };
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Ladder'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'levels.delete_ladder': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        ladderId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'levels.list_changes': {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
      };
      header?: never;
      path: {
        communityId: string;
        ladderId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              at: string;
              by: string;
              /** @enum {string} */
              cause: 'placed' | 'ladder' | 'rules' | 'locked' | 'unlocked' | 'paid' | 'expired';
              from: string;
              /** Format: uuid */
              id: string;
              ladder: string;
              name: string;
              /** Format: uuid */
              personId: string | null;
              to: string;
              told: boolean;
              up: boolean;
              why: string;
            }[];
            nextCursor: string | null;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'levels.try_ladder': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          draft: components['schemas']['LadderDraft'];
          /** Format: uuid */
          ladderId: string | null;
        };
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            down: {
              count: number;
              items: {
                from: string;
                name: string;
                on: string | null;
                /** Format: uuid */
                personId: string;
                to: string;
                why: string;
              }[];
            };
            levels: {
              name: string;
              people: number;
            }[];
            people: number;
            up: {
              count: number;
              items: {
                from: string;
                name: string;
                on: string | null;
                /** Format: uuid */
                personId: string;
                to: string;
                why: string;
              }[];
            };
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'ledger.list_accounts': {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
        ownerId?: string;
        ownerKind?: 'identity' | 'group' | 'community' | 'escrow' | 'issuer' | 'debt';
        /** @description `points` or an ISO 4217 currency, e.g. CNY; amounts are in its minor unit */
        unit?: string;
      };
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              /** @description In minor units */
              balance: number;
              /** Format: date-time */
              closedAt: string | null;
              /** Format: date-time */
              createdAt: string;
              /**
               * @description 0 = never below zero, null = may go below
               * @enum {number|null}
               */
              floor: 0 | null;
              /** Format: uuid */
              id: string;
              /** @description What reversals left unpaid; the next income goes there first */
              owed: number;
              owner: {
                /** Format: uuid */
                id: string;
                /** @enum {string} */
                kind: 'identity' | 'group' | 'community' | 'escrow' | 'issuer' | 'debt';
              };
              unit: string;
            }[];
            nextCursor: string | null;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'ledger.read_statement': {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
      };
      header?: never;
      path: {
        accountId: string;
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              amount: number;
              /** Format: date-time */
              at: string;
              /** @description On the account after this line */
              balance: number;
              /** Format: uuid */
              entryId: string;
              kind: string;
              memo: string;
              /** Format: uuid */
              reversedBy: string | null;
              /** Format: uuid */
              reverses: string | null;
              seq: number;
            }[];
            nextCursor: string | null;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'ledger.post_correction': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          legs: (
            | {
                /** Format: uuid */
                accountId: string;
                amount: number;
              }
            | {
                amount: number;
                owner: {
                  /** Format: uuid */
                  id: string;
                  /** @enum {string} */
                  kind: 'identity' | 'group' | 'community' | 'escrow' | 'issuer' | 'debt';
                };
                /** @description `points` or an ISO 4217 currency, e.g. CNY; amounts are in its minor unit */
                unit: string;
              }
          )[];
          memo: string;
        };
      };
    };
    responses: {
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** Format: uuid */
            entryId: string;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'ledger.reverse_entry': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        entryId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          memo: string;
        };
      };
    };
    responses: {
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** Format: uuid */
            entryId: string;
            owed: {
              /** Format: uuid */
              account: string;
              amount: number;
            }[];
            replayed: boolean;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'ledger.list_reconciliations': {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
      };
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              accounts: number;
              /** Format: date-time */
              at: string;
              entries: number;
              findingCount: number;
              findings: {
                check: string;
                expected: number;
                found: number;
                /** Format: uuid */
                id: string;
              }[];
              /** Format: uuid */
              id: string;
              ok: boolean;
              postings: number;
            }[];
            nextCursor: string | null;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'ledger.reconcile_books': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            accounts: number;
            /** Format: date-time */
            at: string;
            entries: number;
            findingCount: number;
            findings: {
              check: string;
              expected: number;
              found: number;
              /** Format: uuid */
              id: string;
            }[];
            /** Format: uuid */
            id: string;
            ok: boolean;
            postings: number;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'people.list_likenesses': {
    parameters: {
      query?: {
        limit?: number;
        personId?: string;
      };
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              /** @enum {string} */
              confidence: 'sure' | 'likely' | 'maybe';
              kept: components['schemas']['Person'];
              other: components['schemas']['Person'];
              reasons: string[];
            }[];
            total: number;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'people.keep_apart': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          personIds: [string, string];
        };
      };
    };
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'people.compare_again': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          personIds: [string, string];
        };
      };
    };
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'groups.revoke_link': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        linkId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'groups.change_link': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        linkId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          channel?: string;
          /** Format: date-time */
          expiresAt?: string | null;
          maxUses?: number | null;
        };
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            channel: string;
            code: string;
            createdAt: string;
            expiresAt: string | null;
            groupId: string;
            id: string;
            maxUses: number | null;
            revokedAt: string | null;
            /** @enum {string} */
            state: 'open' | 'expired' | 'used_up' | 'revoked';
            /** @description The address that the QR code holds, under the present public URL. */
            url: string;
            uses: number;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'groups.draw_qr_png': {
    parameters: {
      query?: {
        size?: number;
      };
      header?: never;
      path: {
        communityId: string;
        linkId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The file */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'groups.draw_qr_svg': {
    parameters: {
      query?: {
        size?: number;
      };
      header?: never;
      path: {
        communityId: string;
        linkId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The file */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'people.unmerge_people': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        mergeId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': Record<string, never>;
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** Format: uuid */
            otherId: string;
            /** Format: uuid */
            personId: string;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'desk.list_own_reviews': {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
      };
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['SampledAnswer'][];
            nextCursor: string | null;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'people.list_people': {
    parameters: {
      query?: {
        activity?: 'active' | 'quiet' | 'never';
        cursor?: string;
        groupId?: string;
        inviterId?: string;
        joinedFrom?: string;
        joinedTo?: string;
        leftFrom?: string;
        leftTo?: string;
        limit?: number;
        q?: string;
        role?: 'host' | 'member';
        sort?: 'joined' | 'active';
        source?: string;
        spokeFrom?: string;
        spokeTo?: string;
      };
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Person'][];
            nextCursor: string | null;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'people.count_people': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            active: number;
            identities: number;
            people: number;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'people.get_people_settings': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @enum {string} */
            emailProof: 'off' | 'required';
            hoursBetweenApplications: number;
            membersMayInvite: boolean;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'people.set_people_settings': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /**
           * @default off
           * @enum {string}
           */
          emailProof?: 'off' | 'required';
          /** @default 24 */
          hoursBetweenApplications?: number;
          /** @default true */
          membersMayInvite?: boolean;
        };
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @enum {string} */
            emailProof: 'off' | 'required';
            hoursBetweenApplications: number;
            membersMayInvite: boolean;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'people.list_sources': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              source: string;
              stays: number;
            }[];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'profiles.list_tags_of': {
    parameters: {
      query: {
        personIds: string;
      };
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              /** Format: uuid */
              personId: string;
              tags: {
                /** Format: uuid */
                id: string;
                name: string;
              }[];
            }[];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'people.get_person': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        communityId: string;
        personId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            acknowledgements: {
              /** Format: date-time */
              at: string;
              /** Format: uuid */
              identityId: string;
              version: number;
            }[];
            applications: {
              answers: {
                [key: string]: unknown;
              };
              /** Format: date-time */
              appliedAt: string;
              /** Format: date-time */
              decidedAt: string | null;
              /** Format: uuid */
              groupId: string;
              /** Format: uuid */
              id: string;
              /** Format: uuid */
              identityId: string;
              /** Format: uuid */
              inviterId: string | null;
              reason: string | null;
              source: string;
              /** @enum {string} */
              state: 'waiting' | 'accepted' | 'declined' | 'withdrawn';
            }[];
            card: components['schemas']['Card'];
            /** Format: date-time */
            createdAt: string;
            identities: {
              carrier: string;
              /** Format: uuid */
              id: string;
              /** @enum {string} */
              kind: 'member' | 'bot' | 'official' | 'tombstone';
              name: string;
              /** Format: uuid */
              pictureId: string | null;
            }[];
            memberships: {
              /** Format: uuid */
              groupId: string;
              /** Format: uuid */
              id: string;
              /** Format: uuid */
              identityId: string;
              /** Format: uuid */
              inviterId: string | null;
              /** Format: date-time */
              joinedAt: string;
              /** Format: date-time */
              leftAt: string | null;
              leftHow: string | null;
              /** Format: date-time */
              mutedUntil: string | null;
              /** @enum {string} */
              role: 'member' | 'steward' | 'admin' | 'owner';
              source: string;
            }[];
            /** Format: uuid */
            personId: string;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'people.create_archive_link': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        personId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': Record<string, never>;
      };
    };
    responses: {
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** Format: date-time */
            expiresAt: string;
            url: string;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'profiles.set_field': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        fieldId: string;
        personId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          value: string | number | null;
        };
      };
    };
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'levels.get_person': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        communityId: string;
        personId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            changes: components['schemas']['LevelChange'][];
            items: {
              belowSince: string | null;
              dueOn: string | null;
              /** Format: uuid */
              ladderId: string;
              level: number;
              levels: {
                name: string;
                number: number;
                price: {
                  amount: number;
                  /** @description `points` or an ISO 4217 currency, e.g. CNY; amounts are in its minor unit */
                  currency: string;
                  days: number;
                } | null;
              }[];
              lock: {
                by: string;
                level: number;
                reason: string;
                until: string | null;
              } | null;
              main: boolean;
              name: string;
              paid: {
                level: number;
                until: string;
              } | null;
              ruleLevel: number;
              since: string | null;
            }[];
            payments: {
              amount: number;
              confirmedAt: string;
              confirmedBy: string;
              currency: string;
              fromOn: string;
              /** Format: uuid */
              id: string;
              /** Format: uuid */
              ladderId: string;
              level: number;
              note: string;
              revokedAt: string | null;
              untilOn: string;
            }[];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'levels.lock_level': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        ladderId: string;
        personId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          level: number;
          reason: string;
          /** Format: date */
          until: string | null;
        };
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            changes: components['schemas']['LevelChange'][];
            items: {
              belowSince: string | null;
              dueOn: string | null;
              /** Format: uuid */
              ladderId: string;
              level: number;
              levels: {
                name: string;
                number: number;
                price: {
                  amount: number;
                  /** @description `points` or an ISO 4217 currency, e.g. CNY; amounts are in its minor unit */
                  currency: string;
                  days: number;
                } | null;
              }[];
              lock: {
                by: string;
                level: number;
                reason: string;
                until: string | null;
              } | null;
              main: boolean;
              name: string;
              paid: {
                level: number;
                until: string;
              } | null;
              ruleLevel: number;
              since: string | null;
            }[];
            payments: {
              amount: number;
              confirmedAt: string;
              confirmedBy: string;
              currency: string;
              fromOn: string;
              /** Format: uuid */
              id: string;
              /** Format: uuid */
              ladderId: string;
              level: number;
              note: string;
              revokedAt: string | null;
              untilOn: string;
            }[];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'levels.unlock_level': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        ladderId: string;
        personId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'levels.confirm_payment': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        ladderId: string;
        personId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          amount: number;
          /** Format: uuid */
          id: string;
          level: number;
          note: string;
        };
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            changes: components['schemas']['LevelChange'][];
            items: {
              belowSince: string | null;
              dueOn: string | null;
              /** Format: uuid */
              ladderId: string;
              level: number;
              levels: {
                name: string;
                number: number;
                price: {
                  amount: number;
                  /** @description `points` or an ISO 4217 currency, e.g. CNY; amounts are in its minor unit */
                  currency: string;
                  days: number;
                } | null;
              }[];
              lock: {
                by: string;
                level: number;
                reason: string;
                until: string | null;
              } | null;
              main: boolean;
              name: string;
              paid: {
                level: number;
                until: string;
              } | null;
              ruleLevel: number;
              since: string | null;
            }[];
            payments: {
              amount: number;
              confirmedAt: string;
              confirmedBy: string;
              currency: string;
              fromOn: string;
              /** Format: uuid */
              id: string;
              /** Format: uuid */
              ladderId: string;
              level: number;
              note: string;
              revokedAt: string | null;
              untilOn: string;
            }[];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'levels.take_payment_back': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        ladderId: string;
        paymentId: string;
        personId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'people.merge_people': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        personId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: uuid */
          otherId: string;
        };
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** Format: uuid */
            mergeId: string;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'people.list_merges': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        communityId: string;
        personId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              accounts: {
                carrier: string;
                /** Format: uuid */
                id: string;
                name: string;
              }[];
              /** Format: uuid */
              id: string;
              /** Format: date-time */
              mergedAt: string;
              /** Format: date-time */
              undoneAt: string | null;
            }[];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'profiles.list_notes': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        communityId: string;
        personId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              /** Format: date-time */
              changedAt: string | null;
              /** Format: uuid */
              id: string;
              text: string;
              /** Format: date-time */
              writtenAt: string;
              writtenBy: string;
            }[];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'profiles.write_note': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        personId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          text: string;
        };
      };
    };
    responses: {
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** Format: date-time */
            changedAt: string | null;
            /** Format: uuid */
            id: string;
            text: string;
            /** Format: date-time */
            writtenAt: string;
            writtenBy: string;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'profiles.delete_note': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        noteId: string;
        personId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'profiles.change_note': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        noteId: string;
        personId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          text: string;
        };
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** Format: date-time */
            changedAt: string | null;
            /** Format: uuid */
            id: string;
            text: string;
            /** Format: date-time */
            writtenAt: string;
            writtenBy: string;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'profiles.restore_note': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        noteId: string;
        personId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': Record<string, never>;
      };
    };
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'points.get_person': {
    parameters: {
      query?: {
        cursor?: string;
        identityId?: string;
        limit?: number;
      };
      header?: never;
      path: {
        communityId: string;
        personId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            accounts: {
              balance: number;
              /** Format: uuid */
              identityId: string;
              name: string;
            }[];
            balance: number;
            /** Format: uuid */
            identityId: string;
            items: components['schemas']['PointsLine'][];
            nextCursor: string | null;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'points.correct_line': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        entryId: string;
        personId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          reason: string;
        };
      };
    };
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'profiles.get_profile': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        communityId: string;
        personId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            fields: {
              /** Format: uuid */
              id: string;
              /** @enum {string} */
              kind: 'text' | 'number' | 'date' | 'choice';
              masked: boolean;
              name: string;
              options: {
                name: string;
                number: number;
              }[];
              private: boolean;
              value: string | number | null;
            }[];
            tags: {
              byRule: boolean;
              expiresOn: string | null;
              /** Format: date-time */
              givenAt: string;
              givenBy: string;
              name: string;
              /** Format: uuid */
              tagId: string;
            }[];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'profiles.read_private': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        personId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': Record<string, never>;
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            fields: {
              /** Format: uuid */
              id: string;
              value: string | number | null;
            }[];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'people.create_restore_link': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        personId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': Record<string, never>;
      };
    };
    responses: {
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** Format: date-time */
            expiresAt: string;
            url: string;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'people.read_timeline': {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
      };
      header?: never;
      path: {
        communityId: string;
        personId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              /** Format: date-time */
              at: string;
              data: {
                [key: string]: string | number | boolean | null;
              };
              /** Format: uuid */
              groupId: string | null;
              key: string;
              kind: string;
            }[];
            nextCursor: string | null;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'profiles.list_fields': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              /** Format: uuid */
              id: string;
              /** @enum {string} */
              kind: 'text' | 'number' | 'date' | 'choice';
              name: string;
              options: {
                name: string;
                number: number;
              }[];
              private: boolean;
            }[];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'profiles.create_field': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          kind: 'text' | 'number' | 'date' | 'choice';
          name: string;
          options?: string[];
          /** @default false */
          private?: boolean;
        };
      };
    };
    responses: {
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: 'text' | 'number' | 'date' | 'choice';
            name: string;
            options: {
              name: string;
              number: number;
            }[];
            private: boolean;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'profiles.delete_field': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        fieldId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'profiles.change_field': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        fieldId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          name?: string;
          options?: {
            name: string;
            number?: number;
          }[];
          private?: boolean;
        };
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: 'text' | 'number' | 'date' | 'choice';
            name: string;
            options: {
              name: string;
              number: number;
            }[];
            private: boolean;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'profiles.restore_field': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        fieldId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': Record<string, never>;
      };
    };
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'files.upload_picture': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/octet-stream': string;
      };
    };
    responses: {
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            bytes: number;
            height: number;
            id: string;
            width: number;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'communities.export_playbook': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The file */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'communities.apply_playbook': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          file: string;
          /** @default {} */
          parameters?: {
            [key: string]: string | number;
          };
        };
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            parameters: {
              [key: string]: string | number;
            };
            sections: {
              changes: {
                /** @enum {string} */
                action: 'create' | 'change' | 'keep';
                text: string;
              }[];
              /** @enum {string} */
              name:
                | 'purpose'
                | 'groups'
                | 'rules'
                | 'promotions'
                | 'scripts'
                | 'levels'
                | 'programs'
                | 'program'
                | 'calendar'
                | 'welcome'
                | 'gates'
                | 'metrics';
              note: string | null;
              playable: boolean;
              title: string;
            }[];
            title: string;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'communities.preview_playbook': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          file: string;
          /** @default {} */
          parameters?: {
            [key: string]: string | number;
          };
        };
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            parameters: {
              [key: string]: string | number;
            };
            sections: {
              changes: {
                /** @enum {string} */
                action: 'create' | 'change' | 'keep';
                text: string;
              }[];
              /** @enum {string} */
              name:
                | 'purpose'
                | 'groups'
                | 'rules'
                | 'promotions'
                | 'scripts'
                | 'levels'
                | 'programs'
                | 'program'
                | 'calendar'
                | 'welcome'
                | 'gates'
                | 'metrics';
              note: string | null;
              playable: boolean;
              title: string;
            }[];
            title: string;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'points.list_earners': {
    parameters: {
      query?: {
        cursor?: string;
        days?: '7' | '28' | '90' | '366';
        limit?: number;
        q?: string;
      };
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Earner'][];
            nextCursor: string | null;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'points.export_earners': {
    parameters: {
      query?: {
        days?: '7' | '28' | '90' | '366';
        q?: string;
      };
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The file */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'points.list_gifts': {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
        q?: string;
      };
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['NamedGift'][];
            nextCursor: string | null;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'points.take_gift_back': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        giftId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          reason: string;
        };
      };
    };
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'points.list_seasons': {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
      };
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['PointsSeason'][];
            nextCursor: string | null;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'points.plan_season': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: date */
          endsOn: string;
          /** Format: uuid */
          id: string;
          name: string;
          words: string;
        };
      };
    };
    responses: {
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PointsSeason'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'points.call_season_off': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        seasonId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PointsSeason'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'points.try_season': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** Format: date */
            earliest: string;
            people: number;
            points: number;
            words: string;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'points.get_settings': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            rules: {
              amount: number | null;
              key: string;
              label: string;
              on: boolean;
              perDay: number | null;
            }[];
            settings: {
              /** @default true */
              board: boolean;
              /** @default {} */
              gifts: {
                /** @default 7 */
                afterDays: number;
                /** @default 50 */
                most: number;
                /** @default false */
                on: boolean;
                /** @default 100 */
                perDay: number;
              };
              /** @default null */
              perDay: number | null;
              /** @default {} */
              rules: {
                [key: string]: {
                  amount: number | null;
                  on: boolean;
                  perDay: number | null;
                };
              };
            };
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'points.change_settings': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @default true */
          board?: boolean;
          /** @default {} */
          gifts?: {
            /** @default 7 */
            afterDays?: number;
            /** @default 50 */
            most?: number;
            /** @default false */
            on?: boolean;
            /** @default 100 */
            perDay?: number;
          };
          /** @default null */
          perDay?: number | null;
          /** @default {} */
          rules?: {
            [key: string]: {
              amount: number | null;
              on: boolean;
              perDay: number | null;
            };
          };
        };
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @default true */
            board: boolean;
            /** @default {} */
            gifts: {
              /** @default 7 */
              afterDays: number;
              /** @default 50 */
              most: number;
              /** @default false */
              on: boolean;
              /** @default 100 */
              perDay: number;
            };
            /** @default null */
            perDay: number | null;
            /** @default {} */
            rules: {
              [key: string]: {
                amount: number | null;
                on: boolean;
                perDay: number | null;
              };
            };
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'people.get_privacy_notice': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            text: string;
            version: number;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'people.set_privacy_notice': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          text: string;
        };
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            text: string;
            version: number;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'programs.list_programs': {
    parameters: {
      query?: {
        groupId?: string;
      };
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Program'][];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'programs.create_program': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /**
           * @default {
           *       "words": [
           *         "打卡"
           *       ],
           *       "window": {
           *         "from": "00:00",
           *         "to": "24:00"
           *       },
           *       "makeUp": {
           *         "cardsPerMonth": 2,
           *         "withinDays": 7
           *       },
           *       "points": 5
           *     }
           */
          definition?: {
            /**
             * @default {
             *       "cardsPerMonth": 2,
             *       "withinDays": 7
             *     }
             */
            makeUp?: {
              /** @default 2 */
              cardsPerMonth?: number;
              /** @default 7 */
              withinDays?: number;
            };
            /** @default 5 */
            points?: number;
            /**
             * @description HH:MM in the zone of the community; 24:00 = end of the day
             * @default {
             *       "from": "00:00",
             *       "to": "24:00"
             *     }
             */
            window?: {
              /** @default 00:00 */
              from?: string;
              /** @default 24:00 */
              to?: string | '24:00';
            };
            /**
             * @default [
             *       "打卡"
             *     ]
             */
            words?: string[];
          };
          /** Format: date */
          endsOn?: string | null;
          /** @default all */
          groups?: 'all' | string[];
          /**
           * @default check_in
           * @enum {string}
           */
          kind?: 'check_in';
          name: string;
          /** Format: date */
          startsOn?: string;
        };
      };
    };
    responses: {
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Program'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'programs.get_program': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        communityId: string;
        programId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Program'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'programs.remove_program': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        programId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'programs.update_program': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        programId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          definition?: {
            /**
             * @default {
             *       "cardsPerMonth": 2,
             *       "withinDays": 7
             *     }
             */
            makeUp?: {
              /** @default 2 */
              cardsPerMonth?: number;
              /** @default 7 */
              withinDays?: number;
            };
            /** @default 5 */
            points?: number;
            /**
             * @description HH:MM in the zone of the community; 24:00 = end of the day
             * @default {
             *       "from": "00:00",
             *       "to": "24:00"
             *     }
             */
            window?: {
              /** @default 00:00 */
              from?: string;
              /** @default 24:00 */
              to?: string | '24:00';
            };
            /**
             * @default [
             *       "打卡"
             *     ]
             */
            words?: string[];
          };
          /** Format: date */
          endsOn?: string | null;
          groups?: 'all' | string[];
          name?: string;
          /** Format: date */
          startsOn?: string;
        };
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Program'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'programs.read_board': {
    parameters: {
      query?: {
        cursor?: string;
        groupId?: string;
        limit?: number;
        q?: string;
        scope?: 'week' | 'all';
      };
      header?: never;
      path: {
        communityId: string;
        programId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              days: number;
              doneToday: boolean;
              hidden: boolean;
              /** Format: uuid */
              identityId: string;
              lastDay: string | null;
              longest: number;
              name: string;
              /** Format: uuid */
              pictureId: string | null;
              rank: number;
              streak: number;
            }[];
            nextCursor: string | null;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'programs.export_board': {
    parameters: {
      query?: {
        groupId?: string;
        q?: string;
        scope?: 'week' | 'all';
      };
      header?: never;
      path: {
        communityId: string;
        programId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The file */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'programs.list_days': {
    parameters: {
      query?: {
        groupId?: string;
        month?: string;
      };
      header?: never;
      path: {
        communityId: string;
        programId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            days: {
              checkIns: number;
              day: string;
              madeUp: number;
            }[];
            month: string;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'programs.pause_program': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        programId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /**
           * Format: date
           * @default null
           */
          until?: string | null;
        };
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Program'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'programs.read_person_days': {
    parameters: {
      query?: {
        month?: string;
      };
      header?: never;
      path: {
        communityId: string;
        identityId: string;
        programId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            cards: {
              left: number;
              perMonth: number;
            };
            dates: {
              at: string;
              day: string;
              granted: boolean;
              /** Format: uuid */
              groupId: string;
              /** @enum {string} */
              how: 'word' | 'button' | 'make_up';
            }[];
            days: number;
            /** Format: uuid */
            identityId: string;
            longest: number;
            missed: string[];
            month: string;
            name: string;
            /** Format: uuid */
            personId: string | null;
            /** Format: uuid */
            pictureId: string | null;
            points: number;
            streak: number;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'programs.grant_day': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        identityId: string;
        programId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: date */
          day: string;
        };
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            cards: {
              left: number;
              perMonth: number;
            };
            dates: {
              at: string;
              day: string;
              granted: boolean;
              /** Format: uuid */
              groupId: string;
              /** @enum {string} */
              how: 'word' | 'button' | 'make_up';
            }[];
            days: number;
            /** Format: uuid */
            identityId: string;
            longest: number;
            missed: string[];
            month: string;
            name: string;
            /** Format: uuid */
            personId: string | null;
            /** Format: uuid */
            pictureId: string | null;
            points: number;
            streak: number;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'programs.revoke_day': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        day: string;
        identityId: string;
        programId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            cards: {
              left: number;
              perMonth: number;
            };
            dates: {
              at: string;
              day: string;
              granted: boolean;
              /** Format: uuid */
              groupId: string;
              /** @enum {string} */
              how: 'word' | 'button' | 'make_up';
            }[];
            days: number;
            /** Format: uuid */
            identityId: string;
            longest: number;
            missed: string[];
            month: string;
            name: string;
            /** Format: uuid */
            personId: string | null;
            /** Format: uuid */
            pictureId: string | null;
            points: number;
            streak: number;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'programs.resume_program': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        programId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': Record<string, never>;
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Program'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'promotions.forget_lessons': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'promotions.list_scheduled': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              clientId: string;
              dueAt: string;
              /** Format: uuid */
              groupId: string;
              /** Format: uuid */
              id: string;
              /** @enum {string} */
              kind: 'text' | 'image' | 'announcement';
              madeAt: string;
              /** Format: uuid */
              madeBy: string;
              moves: number;
              reason: string | null;
              /** @enum {string} */
              state: 'waiting' | 'sent' | 'cancelled' | 'held';
              text: string;
            }[];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'promotions.cancel_scheduled': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        scheduledId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'promotions.get_settings': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            hosts: {
              [key: string]: string[];
            };
            lessons: number;
            settings: {
              /** @default null */
              creditFloor: number | null;
              /** @default 20 */
              gapHours: number;
              /**
               * @default on
               * @enum {string}
               */
              guard: 'on' | 'watch' | 'off';
              /** @default {} */
              members: {
                /** @default [] */
                groupIds: string[];
                /**
                 * @default off
                 * @enum {string}
                 */
                guard: 'on' | 'off';
                /** @default 1 */
                perWeek: number;
              };
              /** @default {} */
              perWeek: {
                /** @default 7 */
                campaign: number;
                /** @default 3 */
                funnel: number;
                /** @default 1 */
                holding: number;
                /** @default 2 */
                lecture: number;
                /** @default 2 */
                ordinary: number;
                /** @default 1 */
                paid: number;
              };
              /**
               * @default {
               *       "from": 1350,
               *       "to": 450
               *     }
               */
              quiet: {
                from: number;
                to: number;
              };
              /** @default {} */
              signs: {
                /** @default [] */
                ignoredHosts: string[];
                /** @default [] */
                ignoredKinds: ('payment' | 'shop' | 'groupBuy' | 'miniProgram' | 'coupon' | 'orderList')[];
                /** @default [] */
                shopHosts: string[];
              };
            };
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'promotions.change_settings': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @default null */
          creditFloor?: number | null;
          /** @default 20 */
          gapHours?: number;
          /**
           * @default on
           * @enum {string}
           */
          guard?: 'on' | 'watch' | 'off';
          /** @default {} */
          members?: {
            /** @default [] */
            groupIds?: string[];
            /**
             * @default off
             * @enum {string}
             */
            guard?: 'on' | 'off';
            /** @default 1 */
            perWeek?: number;
          };
          /** @default {} */
          perWeek?: {
            /** @default 7 */
            campaign?: number;
            /** @default 3 */
            funnel?: number;
            /** @default 1 */
            holding?: number;
            /** @default 2 */
            lecture?: number;
            /** @default 2 */
            ordinary?: number;
            /** @default 1 */
            paid?: number;
          };
          /**
           * @default {
           *       "from": 1350,
           *       "to": 450
           *     }
           */
          quiet?: {
            from: number;
            to: number;
          };
          /** @default {} */
          signs?: {
            /** @default [] */
            ignoredHosts?: string[];
            /** @default [] */
            ignoredKinds?: ('payment' | 'shop' | 'groupBuy' | 'miniProgram' | 'coupon' | 'orderList')[];
            /** @default [] */
            shopHosts?: string[];
          };
        };
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @default null */
            creditFloor: number | null;
            /** @default 20 */
            gapHours: number;
            /**
             * @default on
             * @enum {string}
             */
            guard: 'on' | 'watch' | 'off';
            /** @default {} */
            members: {
              /** @default [] */
              groupIds: string[];
              /**
               * @default off
               * @enum {string}
               */
              guard: 'on' | 'off';
              /** @default 1 */
              perWeek: number;
            };
            /** @default {} */
            perWeek: {
              /** @default 7 */
              campaign: number;
              /** @default 3 */
              funnel: number;
              /** @default 1 */
              holding: number;
              /** @default 2 */
              lecture: number;
              /** @default 2 */
              ordinary: number;
              /** @default 1 */
              paid: number;
            };
            /**
             * @default {
             *       "from": 1350,
             *       "to": 450
             *     }
             */
            quiet: {
              from: number;
              to: number;
            };
            /** @default {} */
            signs: {
              /** @default [] */
              ignoredHosts: string[];
              /** @default [] */
              ignoredKinds: ('payment' | 'shop' | 'groupBuy' | 'miniProgram' | 'coupon' | 'orderList')[];
              /** @default [] */
              shopHosts: string[];
            };
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'insight.list_pulses': {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
        order?: 'attention' | 'name' | 'members' | 'messages';
        q?: string;
        tier?: 'funnel' | 'ordinary' | 'paid' | 'holding' | 'campaign' | 'lecture';
      };
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            behind: {
              members: string;
              questions: string;
              today: {
                checkIns: string;
                joins: string;
                leaves: string;
                messages: string;
                ownerShare: string;
                speakers: string;
              };
              week: {
                checkIns: string;
                joins: string;
                leaves: string;
                messages: string;
                ownerShare: string;
                speakers: string;
              };
              yesterday: {
                checkIns: string;
                joins: string;
                leaves: string;
                messages: string;
                ownerShare: string;
                speakers: string;
              };
            };
            day: string;
            items: {
              alarms: ('group_quiet' | 'leaving_wave' | 'questions_waiting' | 'quarrel' | 'joining_wave')[];
              carrier: string;
              groupId: string;
              lastActivityAt: string | null;
              lifecycle: string;
              members: number;
              name: string;
              open: number;
              overdue: number;
              pictureId: string | null;
              promotions: {
                perWeek: number;
                planned: number;
                used: number;
              } | null;
              speakersByDay: number[];
              /** @enum {string} */
              tier: 'funnel' | 'ordinary' | 'paid' | 'holding' | 'campaign' | 'lecture';
              today: {
                checkIns: number;
                joins: number;
                leaves: number;
                messages: number;
                ownerShare: number | null;
                speakers: number;
              };
              week: {
                checkIns: number;
                joins: number;
                leaves: number;
                messages: number;
                ownerShare: number | null;
                speakers: number;
              };
              yesterday: {
                checkIns: number;
                joins: number;
                leaves: number;
                messages: number;
                ownerShare: number | null;
                speakers: number;
              };
            }[];
            nextCursor: string | null;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'desk.get_quality_settings': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            askDays: number;
            reviewsPerSteward: number;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'desk.set_quality_settings': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          askDays: number;
          reviewsPerSteward: number;
        };
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            askDays: number;
            reviewsPerSteward: number;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'insight.read_quarrels': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            alarms: number;
            none: number;
            real: number;
            settings: {
              /** @default 1 */
              perWeek: number;
              /** @default 30 */
              slowMinutes: number;
              /** @default 60 */
              slowSeconds: number;
            };
            taught: {
              group: string;
              groupId: string;
              lessons: number;
            }[];
            unsaid: number;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'insight.change_quarrel_settings': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @default 1 */
          perWeek?: number;
          /** @default 30 */
          slowMinutes?: number;
          /** @default 60 */
          slowSeconds?: number;
        };
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @default 1 */
            perWeek: number;
            /** @default 30 */
            slowMinutes: number;
            /** @default 60 */
            slowSeconds: number;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'desk.count_questions': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            answered: number;
            medianMinutes: number | null;
            mine: number;
            open: number;
            overdue: number;
            unassigned: number;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'desk.list_questions': {
    parameters: {
      query?: {
        assignee?: ('me' | 'nobody') | string;
        cursor?: string;
        due?: 'overdue';
        groupId?: string;
        limit?: number;
        snoozed?: 'only' | 'without';
        state?: 'open' | 'answered' | 'closed';
      };
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Question'][];
            nextCursor: string | null;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'desk.get_question': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        communityId: string;
        questionId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Question'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'desk.answer_question': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        questionId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          clientId: string;
          /** Format: uuid */
          scriptId?: string;
          text: string;
        };
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            message: components['schemas']['Message'];
            question: components['schemas']['Question'];
            /** Format: uuid */
            taskId: string | null;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'desk.assign_question': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        questionId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: uuid */
          assigneeId: string | null;
        };
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Question'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'desk.close_question': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        questionId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /**
           * @default settled
           * @enum {string}
           */
          reason?: 'settled' | 'no_question';
        };
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Question'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'desk.reopen_question': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        questionId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': Record<string, never>;
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Question'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'desk.snooze_question': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        questionId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: date-time */
          until: string | null;
        };
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Question'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'desk.read_response': {
    parameters: {
      query?: {
        clock?: 'always' | 'service';
        days?: '7' | '28' | '90';
      };
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            curve: {
              high: number;
              low: number;
              minutes: number;
              share: number;
            }[];
            fewest: number;
            from: string;
            groups: {
              groupId: string;
              name: string;
              promiseMinutes: number;
              time: components['schemas']['AnswerTime'];
            }[];
            last: components['schemas']['AnswerTime'];
            moreGroups: number;
            promiseMinutes: number;
            serviceFrom: string;
            serviceTo: string;
            stewards: {
              helped: number;
              name: string;
              time: components['schemas']['AnswerTime'];
              userId: string;
            }[];
            total: components['schemas']['AnswerTime'];
            until: string;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'desk.list_waits': {
    parameters: {
      query?: {
        assigneeId?: string;
        back?: string;
        clock?: 'always' | 'service';
        cursor?: string;
        days?: '7' | '28' | '90';
        groupId?: string;
        limit?: number;
        part?: 'all' | 'in15' | 'in60' | 'in1440' | 'longer' | 'waiting' | 'kept' | 'broken';
      };
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Wait'][];
            nextCursor: string | null;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'desk.export_waits': {
    parameters: {
      query?: {
        assigneeId?: string;
        back?: string;
        clock?: 'always' | 'service';
        days?: '7' | '28' | '90';
        groupId?: string;
        part?: 'all' | 'in15' | 'in60' | 'in1440' | 'longer' | 'waiting' | 'kept' | 'broken';
      };
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The file */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'desk.summarize_reviews': {
    parameters: {
      query?: {
        days?: '7' | '28' | '90';
      };
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            fewest: number;
            fewestShared: number;
            pairs: {
              agreement: {
                isComplete: components['schemas']['Kappa'];
                isKind: components['schemas']['Kappa'];
                isRight: components['schemas']['Kappa'];
              } | null;
              n: number;
              one: {
                name: string;
                userId: string;
              };
              other: {
                name: string;
                userId: string;
              };
            }[];
            reviews: number;
            stewards: {
              id: string;
              /** @enum {string} */
              kind: 'operator' | 'host';
              name: string;
              reviews: number;
              shares: {
                isComplete: components['schemas']['Share'];
                isKind: components['schemas']['Share'];
                isRight: components['schemas']['Share'];
              };
            }[];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'rotation.list_groups': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['LedGroup'][];
            operators: {
              name: string;
              onTeam: boolean;
              userId: string;
            }[];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'rotation.get_group': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        communityId: string;
        groupId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            facts: {
              cases: number;
              guests: number;
              note: boolean;
              questions: number;
              tasks: number;
            } | null;
            group: components['schemas']['LedGroup'];
            operators: {
              name: string;
              onTeam: boolean;
              userId: string;
            }[];
            past: {
              facts: {
                cases: number;
                guests: number;
                note: boolean;
                questions: number;
                tasks: number;
              } | null;
              firstDay: string;
              id: string;
              insteadOf: string | null;
              lastDay: string;
              taskId: string | null;
              userId: string;
            }[];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'rotation.save_plan': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        groupId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          userIds: string[];
          version: number;
          weeks: number;
        };
      };
    };
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'rotation.remove_plan': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        groupId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'rotation.hand_over': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        groupId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': Record<string, never>;
      };
    };
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'rotation.list_successors': {
    parameters: {
      query: {
        kind: 'steward' | 'owner';
      };
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              answers: number;
              askers: number;
              cases: number;
              /** @enum {string} */
              confidence: 'high' | 'medium' | 'few';
              groups: number;
              helpful: number;
              identityId: string;
              joinedOn: string;
              name: string;
              personId: string;
              pictureId: string | null;
              taskId: string | null;
              unsolved: number;
              weeks: number;
            }[];
            rule: {
              few: {
                answers: number;
                askers: number;
                weeks: number;
              };
              high: {
                answers: number;
                askers: number;
                weeks: number;
              };
              medium: {
                answers: number;
                askers: number;
                weeks: number;
              };
            };
            weeks: number;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'rotation.talk_to_successor': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        kind: 'steward' | 'owner';
        personId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            taskId: string;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'rotation.list_trainings': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              done: number;
              name: string;
              next: string | null;
              of: number;
              userId: string;
            }[];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'rotation.start_training': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: uuid */
          userId: string;
        };
      };
    };
    responses: {
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            tasks: number;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'rules.list_cases': {
    parameters: {
      query?: {
        check?: 'terms' | 'links' | 'codes' | 'contacts' | 'repeats' | 'raid' | 'ads' | 'storms' | 'promotion' | 'all';
        cursor?: string;
        days?: number;
        groupId?: string;
        identityId?: string;
        kind?: 'held' | 'stopped' | 'said' | 'dry';
        limit?: number;
        listId?: string;
        reported?: 'true' | 'false';
        result?: 'right' | 'wrong' | 'waiting' | 'overturned';
        rule?: string;
        state?:
          | 'waiting'
          | 'refused'
          | 'released'
          | 'upheld'
          | 'appealed'
          | 'overturned'
          | 'confirmed'
          | 'closed'
          | 'open'
          | 'decided';
        taskId?: string;
      };
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Case'][];
            nextCursor: string | null;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'rules.open_case': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: uuid */
          groupId: string;
          /** Format: uuid */
          messageId: string;
          rule: string;
        };
      };
    };
    responses: {
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CaseDetail'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'rules.get_case': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        caseId: string;
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CaseDetail'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'rules.release_case': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        caseId: string;
        communityId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          note?: string;
        };
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CaseDetail'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'rules.undo_decision': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        caseId: string;
        communityId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': Record<string, never>;
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CaseDetail'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'rules.uphold_case': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        caseId: string;
        communityId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          note?: string;
          rule?: string;
          /** @enum {string} */
          step?: 'ladder' | 'none' | 'remind' | 'warn' | 'talk' | 'mute' | 'remove' | 'ban';
        };
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CaseDetail'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'rules.count_cases': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            appealed: number;
            groups: {
              appealed: number;
              /** Format: uuid */
              groupId: string;
              /** Format: date-time */
              oldest: string;
              waiting: number;
            }[];
            /** Format: date-time */
            oldest: string | null;
            waiting: number;
            week: {
              dry: number;
              overturned: number;
              released: number;
              stopped: number;
              upheld: number;
            };
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'rules.list_dry_runs': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              about: {
                adds?: boolean;
                /** @enum {string} */
                check?: 'terms' | 'links' | 'codes' | 'contacts' | 'repeats' | 'raid' | 'ads' | 'storms' | 'promotion';
                /** @enum {string} */
                kind: 'list' | 'check' | 'settings';
                /** Format: uuid */
                listId?: string;
              };
              /** Format: date-time */
              askedAt: string;
              doubtful: number;
              /** Format: date-time */
              endedAt: string | null;
              freed: number;
              hits: number;
              /** Format: uuid */
              id: string;
              looked: number;
              said: number;
              /** Format: date-time */
              since: string;
              /** @enum {string} */
              state: 'waiting' | 'running' | 'done' | 'cancelled' | 'failed';
              total: number;
            }[];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'rules.ask_dry_run': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          about:
            | {
                add?: {
                  /** @enum {string} */
                  format: 'lines' | 'table';
                  text: string;
                };
                /** @enum {string} */
                effect?: 'hold' | 'stop' | 'watch';
                /** @enum {string} */
                kind: 'list';
                /** Format: uuid */
                listId: string;
              }
            | {
                /** @enum {string} */
                check: 'terms' | 'links' | 'codes' | 'contacts' | 'repeats' | 'raid' | 'ads' | 'storms' | 'promotion';
                /** @enum {string} */
                kind: 'check';
                settings?: {
                  /** @default [] */
                  allowedHosts?: string[];
                  /** @default 14 */
                  appealDays?: number;
                  /** @default {} */
                  checks?: {
                    /**
                     * @default on
                     * @enum {string}
                     */
                    ads?: 'on' | 'dry' | 'off';
                    /**
                     * @default on
                     * @enum {string}
                     */
                    codes?: 'on' | 'dry' | 'off';
                    /**
                     * @default on
                     * @enum {string}
                     */
                    contacts?: 'on' | 'dry' | 'off';
                    /**
                     * @default on
                     * @enum {string}
                     */
                    links?: 'on' | 'dry' | 'off';
                    /**
                     * @default on
                     * @enum {string}
                     */
                    raid?: 'on' | 'dry' | 'off';
                    /**
                     * @default on
                     * @enum {string}
                     */
                    repeats?: 'on' | 'dry' | 'off';
                    /**
                     * @default on
                     * @enum {string}
                     */
                    storms?: 'on' | 'dry' | 'off';
                    /**
                     * @default on
                     * @enum {string}
                     */
                    terms?: 'on' | 'dry' | 'off';
                  };
                  /** @default 90 */
                  keepWordsDays?: number;
                  /** @default {} */
                  ladder?: {
                    /** @default 60 */
                    days?: number;
                    /**
                     * @default on
                     * @enum {string}
                     */
                    mode?: 'on' | 'dry';
                    /** @default 60 */
                    muteMinutes?: number;
                    /** @default {} */
                    rules?: {
                      [key: string]: {
                        days?: number;
                        /** @enum {string} */
                        start?: 'remind' | 'warn' | 'talk' | 'mute' | 'remove' | 'ban';
                      };
                    };
                    /**
                     * @default remind
                     * @enum {string}
                     */
                    start?: 'remind' | 'warn' | 'talk' | 'mute' | 'remove' | 'ban';
                  };
                  /** @default {} */
                  raid?: {
                    /** @default 5 */
                    minutes?: number;
                    /** @default 8 */
                    people?: number;
                  };
                  /** @default {} */
                  repeats?: {
                    /** @default 10 */
                    minutes?: number;
                    /** @default 3 */
                    people?: number;
                    /** @default 3 */
                    times?: number;
                  };
                  /** @default {} */
                  reports?: {
                    /**
                     * @default off
                     * @enum {string}
                     */
                    hide?: 'on' | 'off';
                    /** @default 2 */
                    hideWeight?: number;
                    /** @default 10 */
                    perDay?: number;
                    /** @default 2 */
                    points?: number;
                  };
                  /** @default {} */
                  thresholds?: {
                    /** @default 0.8 */
                    core?: number;
                    /** @default 0.65 */
                    member?: number;
                    /** @default 0.5 */
                    new?: number;
                  };
                  /** @default {} */
                  trust?: {
                    /** @default 60 */
                    coreDays?: number;
                    /** @default 200 */
                    coreMessages?: number;
                    /** @default 3 */
                    memberDays?: number;
                    /** @default 3 */
                    memberMessages?: number;
                  };
                };
              }
            | {
                /** @enum {string} */
                kind: 'settings';
                settings: {
                  /** @default [] */
                  allowedHosts?: string[];
                  /** @default 14 */
                  appealDays?: number;
                  /** @default {} */
                  checks?: {
                    /**
                     * @default on
                     * @enum {string}
                     */
                    ads?: 'on' | 'dry' | 'off';
                    /**
                     * @default on
                     * @enum {string}
                     */
                    codes?: 'on' | 'dry' | 'off';
                    /**
                     * @default on
                     * @enum {string}
                     */
                    contacts?: 'on' | 'dry' | 'off';
                    /**
                     * @default on
                     * @enum {string}
                     */
                    links?: 'on' | 'dry' | 'off';
                    /**
                     * @default on
                     * @enum {string}
                     */
                    raid?: 'on' | 'dry' | 'off';
                    /**
                     * @default on
                     * @enum {string}
                     */
                    repeats?: 'on' | 'dry' | 'off';
                    /**
                     * @default on
                     * @enum {string}
                     */
                    storms?: 'on' | 'dry' | 'off';
                    /**
                     * @default on
                     * @enum {string}
                     */
                    terms?: 'on' | 'dry' | 'off';
                  };
                  /** @default 90 */
                  keepWordsDays?: number;
                  /** @default {} */
                  ladder?: {
                    /** @default 60 */
                    days?: number;
                    /**
                     * @default on
                     * @enum {string}
                     */
                    mode?: 'on' | 'dry';
                    /** @default 60 */
                    muteMinutes?: number;
                    /** @default {} */
                    rules?: {
                      [key: string]: {
                        days?: number;
                        /** @enum {string} */
                        start?: 'remind' | 'warn' | 'talk' | 'mute' | 'remove' | 'ban';
                      };
                    };
                    /**
                     * @default remind
                     * @enum {string}
                     */
                    start?: 'remind' | 'warn' | 'talk' | 'mute' | 'remove' | 'ban';
                  };
                  /** @default {} */
                  raid?: {
                    /** @default 5 */
                    minutes?: number;
                    /** @default 8 */
                    people?: number;
                  };
                  /** @default {} */
                  repeats?: {
                    /** @default 10 */
                    minutes?: number;
                    /** @default 3 */
                    people?: number;
                    /** @default 3 */
                    times?: number;
                  };
                  /** @default {} */
                  reports?: {
                    /**
                     * @default off
                     * @enum {string}
                     */
                    hide?: 'on' | 'off';
                    /** @default 2 */
                    hideWeight?: number;
                    /** @default 10 */
                    perDay?: number;
                    /** @default 2 */
                    points?: number;
                  };
                  /** @default {} */
                  thresholds?: {
                    /** @default 0.8 */
                    core?: number;
                    /** @default 0.65 */
                    member?: number;
                    /** @default 0.5 */
                    new?: number;
                  };
                  /** @default {} */
                  trust?: {
                    /** @default 60 */
                    coreDays?: number;
                    /** @default 200 */
                    coreMessages?: number;
                    /** @default 3 */
                    memberDays?: number;
                    /** @default 3 */
                    memberMessages?: number;
                  };
                };
              };
        };
      };
    };
    responses: {
      /** @description Done */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            about: {
              adds?: boolean;
              /** @enum {string} */
              check?: 'terms' | 'links' | 'codes' | 'contacts' | 'repeats' | 'raid' | 'ads' | 'storms' | 'promotion';
              /** @enum {string} */
              kind: 'list' | 'check' | 'settings';
              /** Format: uuid */
              listId?: string;
            };
            /** Format: date-time */
            askedAt: string;
            doubtful: number;
            /** Format: date-time */
            endedAt: string | null;
            freed: number;
            hits: number;
            /** Format: uuid */
            id: string;
            looked: number;
            said: number;
            /** Format: date-time */
            since: string;
            /** @enum {string} */
            state: 'waiting' | 'running' | 'done' | 'cancelled' | 'failed';
            total: number;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'rules.get_dry_run': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        communityId: string;
        runId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            about: {
              adds?: boolean;
              /** @enum {string} */
              check?: 'terms' | 'links' | 'codes' | 'contacts' | 'repeats' | 'raid' | 'ads' | 'storms' | 'promotion';
              /** @enum {string} */
              kind: 'list' | 'check' | 'settings';
              /** Format: uuid */
              listId?: string;
            };
            /** Format: date-time */
            askedAt: string;
            doubtful: number;
            /** Format: date-time */
            endedAt: string | null;
            freed: number;
            hits: number;
            /** Format: uuid */
            id: string;
            looked: number;
            said: number;
            /** Format: date-time */
            since: string;
            /** @enum {string} */
            state: 'waiting' | 'running' | 'done' | 'cancelled' | 'failed';
            total: number;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'rules.cancel_dry_run': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        runId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': Record<string, never>;
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            about: {
              adds?: boolean;
              /** @enum {string} */
              check?: 'terms' | 'links' | 'codes' | 'contacts' | 'repeats' | 'raid' | 'ads' | 'storms' | 'promotion';
              /** @enum {string} */
              kind: 'list' | 'check' | 'settings';
              /** Format: uuid */
              listId?: string;
            };
            /** Format: date-time */
            askedAt: string;
            doubtful: number;
            /** Format: date-time */
            endedAt: string | null;
            freed: number;
            hits: number;
            /** Format: uuid */
            id: string;
            looked: number;
            said: number;
            /** Format: date-time */
            since: string;
            /** @enum {string} */
            state: 'waiting' | 'running' | 'done' | 'cancelled' | 'failed';
            total: number;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'rules.list_dry_hits': {
    parameters: {
      query?: {
        cursor?: string;
        doubtful?: 'true';
        limit?: number;
      };
      header?: never;
      path: {
        communityId: string;
        runId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              /** @enum {string} */
              action: 'hold' | 'stop';
              /** Format: date-time */
              at: string;
              doubts: ('known' | 'welcomed' | 'released')[];
              evidence: components['schemas']['Evidence'][];
              /** Format: uuid */
              groupId: string;
              /** Format: uuid */
              identityId: string;
              /** Format: uuid */
              messageId: string;
              name: string;
              number: number;
              score: number;
              text: string | null;
              /** @enum {string} */
              trust: 'new' | 'member' | 'core' | 'team';
            }[];
            nextCursor: string | null;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'rules.get_learned': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            canUndoReset: boolean;
            heldBack: number;
            lessons: number;
            /** Format: date-time */
            resetAt: string | null;
            /** Format: date-time */
            since: string | null;
            unwelcome: number;
            version: number;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'rules.reset_learned': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': Record<string, never>;
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            canUndoReset: boolean;
            heldBack: number;
            lessons: number;
            /** Format: date-time */
            resetAt: string | null;
            /** Format: date-time */
            since: string | null;
            unwelcome: number;
            version: number;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'rules.undo_reset': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': Record<string, never>;
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            canUndoReset: boolean;
            heldBack: number;
            lessons: number;
            /** Format: date-time */
            resetAt: string | null;
            /** Format: date-time */
            since: string | null;
            unwelcome: number;
            version: number;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'rules.list_lessons': {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
      };
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Lesson'][];
            nextCursor: string | null;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'rules.teach': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          about:
            | {
                text: string;
              }
            | {
                /** Format: uuid */
                caseId: string;
              }
            | {
                /** Format: uuid */
                groupId: string;
                /** Format: uuid */
                messageId: string;
              };
          isUnwelcome: boolean;
        };
      };
    };
    responses: {
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Lesson'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'rules.take_back_lesson': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        number: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'rules.list_lists': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              /** Format: date-time */
              changedAt: string;
              /** Format: date-time */
              createdAt: string;
              /** @enum {string} */
              effect: 'hold' | 'stop' | 'watch';
              expired: number;
              /** Format: uuid */
              id: string;
              /**
               * @default on
               * @enum {string}
               */
              mode: 'on' | 'dry' | 'off';
              name: string;
              rule: string | null;
              terms: number;
            }[];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'rules.add_list': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          effect: 'hold' | 'stop' | 'watch';
          /**
           * @default on
           * @enum {string}
           */
          mode?: 'on' | 'dry' | 'off';
          name: string;
          /** @default null */
          rule?: string | null;
          terms: string[];
        };
      };
    };
    responses: {
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            list: {
              /** Format: date-time */
              changedAt: string;
              /** Format: date-time */
              createdAt: string;
              /** @enum {string} */
              effect: 'hold' | 'stop' | 'watch';
              expired: number;
              /** Format: uuid */
              id: string;
              /**
               * @default on
               * @enum {string}
               */
              mode: 'on' | 'dry' | 'off';
              name: string;
              rule: string | null;
              terms: number;
            };
            terms: string[];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'rules.get_list': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        communityId: string;
        listId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            list: {
              /** Format: date-time */
              changedAt: string;
              /** Format: date-time */
              createdAt: string;
              /** @enum {string} */
              effect: 'hold' | 'stop' | 'watch';
              expired: number;
              /** Format: uuid */
              id: string;
              /**
               * @default on
               * @enum {string}
               */
              mode: 'on' | 'dry' | 'off';
              name: string;
              rule: string | null;
              terms: number;
            };
            terms: string[];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'rules.change_list': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        listId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          effect: 'hold' | 'stop' | 'watch';
          /**
           * @default on
           * @enum {string}
           */
          mode?: 'on' | 'dry' | 'off';
          name: string;
          /** @default null */
          rule?: string | null;
          terms?: string[];
        };
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            list: {
              /** Format: date-time */
              changedAt: string;
              /** Format: date-time */
              createdAt: string;
              /** @enum {string} */
              effect: 'hold' | 'stop' | 'watch';
              expired: number;
              /** Format: uuid */
              id: string;
              /**
               * @default on
               * @enum {string}
               */
              mode: 'on' | 'dry' | 'off';
              name: string;
              rule: string | null;
              terms: number;
            };
            terms: string[];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'rules.remove_list': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        listId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'rules.list_terms': {
    parameters: {
      query?: {
        cursor?: string;
        expired?: 'true';
        limit?: number;
        q?: string;
      };
      header?: never;
      path: {
        communityId: string;
        listId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              comment: string;
              expired: boolean;
              /** Format: date */
              expires: string | null;
              term: string;
            }[];
            nextCursor: string | null;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'rules.add_terms': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        listId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @default [] */
          lines?: {
            /** @default  */
            comment?: string;
            /**
             * Format: date
             * @default null
             */
            expires?: string | null;
            term: string;
          }[];
          /** @default [] */
          terms?: string[];
        };
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            added: number;
            known: number;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'rules.export_terms': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        communityId: string;
        listId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The file */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'rules.import_terms': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        listId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          format: 'lines' | 'table';
          /** @default false */
          skipBroken?: boolean;
          text: string;
        };
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            added: number;
            changed: number;
            skipped: number;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'rules.note_terms': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        listId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          comment?: string;
          /** Format: date */
          expires?: string | null;
          terms: string[];
        };
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            changed: number;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'rules.preview_terms': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        communityId: string;
        listId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          format: 'lines' | 'table';
          text: string;
        };
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            broken: number;
            changed: number;
            examples: {
              comment: string;
              expired: boolean;
              /** Format: date */
              expires: string | null;
              /** @enum {string} */
              state: 'fresh' | 'changed' | 'known';
              term: string;
            }[];
            expired: number;
            fresh: number;
            known: number;
            lines: {
              line: number;
              text: string;
              why: string;
            }[];
            repeated: number;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'rules.remove_terms': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        listId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          terms: string[];
        };
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            removed: number;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'rules.list_packs': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              examples: string[];
              /** @enum {string} */
              key: 'contact' | 'finance' | 'adult' | 'gambling' | 'loans' | 'jobs';
              /** Format: uuid */
              listId: string | null;
              name: string;
              regional: number;
              terms: number;
              text: string;
            }[];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'rules.add_pack': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        pack: 'contact' | 'finance' | 'adult' | 'gambling' | 'loans' | 'jobs';
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': Record<string, never>;
      };
    };
    responses: {
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** Format: uuid */
            listId: string;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'rules.get_quality': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            all: {
              /** @enum {string} */
              check: 'all';
              periods: {
                days: number;
                decided: number;
                dry: {
                  noted: number;
                  precision: {
                    high: number;
                    low: number;
                    share: number;
                  } | null;
                  right: number;
                  wrong: number;
                };
                medianSeconds: number | null;
                overturned: number;
                precision: {
                  high: number;
                  low: number;
                  share: number;
                } | null;
                right: number;
                stopped: number;
                waiting: number;
                wrong: number;
              }[];
            };
            checks: {
              /** @enum {string} */
              check: 'terms' | 'links' | 'codes' | 'contacts' | 'repeats' | 'raid' | 'ads' | 'storms' | 'promotion';
              periods: {
                days: number;
                decided: number;
                dry: {
                  noted: number;
                  precision: {
                    high: number;
                    low: number;
                    share: number;
                  } | null;
                  right: number;
                  wrong: number;
                };
                medianSeconds: number | null;
                overturned: number;
                precision: {
                  high: number;
                  low: number;
                  share: number;
                } | null;
                right: number;
                stopped: number;
                waiting: number;
                wrong: number;
              }[];
            }[];
            fewestDecided: number;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'rules.list_sanctions': {
    parameters: {
      query: {
        identityId: string;
      };
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              /** Format: uuid */
              caseId: string;
              /** Format: date-time */
              decaysAt: string;
              /** Format: date-time */
              givenAt: string;
              /** Format: uuid */
              givenBy: string | null;
              /** Format: uuid */
              groupId: string;
              /** Format: uuid */
              id: string;
              /** Format: uuid */
              identityId: string;
              rule: string;
              /** @enum {string} */
              state: 'proposed' | 'applied' | 'dry' | 'declined' | 'undone';
              /** @enum {string} */
              step: 'remind' | 'warn' | 'talk' | 'mute' | 'remove' | 'ban';
              /** Format: uuid */
              taskId: string | null;
              /** Format: date-time */
              until: string | null;
            }[];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'rules.undo_sanction': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        sanctionId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': Record<string, never>;
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** Format: uuid */
            caseId: string;
            /** Format: date-time */
            decaysAt: string;
            /** Format: date-time */
            givenAt: string;
            /** Format: uuid */
            givenBy: string | null;
            /** Format: uuid */
            groupId: string;
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            identityId: string;
            rule: string;
            /** @enum {string} */
            state: 'proposed' | 'applied' | 'dry' | 'declined' | 'undone';
            /** @enum {string} */
            step: 'remind' | 'warn' | 'talk' | 'mute' | 'remove' | 'ban';
            /** Format: uuid */
            taskId: string | null;
            /** Format: date-time */
            until: string | null;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'rules.get_settings': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @default [] */
            allowedHosts: string[];
            /** @default 14 */
            appealDays: number;
            /** @default {} */
            checks: {
              /**
               * @default on
               * @enum {string}
               */
              ads: 'on' | 'dry' | 'off';
              /**
               * @default on
               * @enum {string}
               */
              codes: 'on' | 'dry' | 'off';
              /**
               * @default on
               * @enum {string}
               */
              contacts: 'on' | 'dry' | 'off';
              /**
               * @default on
               * @enum {string}
               */
              links: 'on' | 'dry' | 'off';
              /**
               * @default on
               * @enum {string}
               */
              raid: 'on' | 'dry' | 'off';
              /**
               * @default on
               * @enum {string}
               */
              repeats: 'on' | 'dry' | 'off';
              /**
               * @default on
               * @enum {string}
               */
              storms: 'on' | 'dry' | 'off';
              /**
               * @default on
               * @enum {string}
               */
              terms: 'on' | 'dry' | 'off';
            };
            /** @default 90 */
            keepWordsDays: number;
            /** @default {} */
            ladder: {
              /** @default 60 */
              days: number;
              /**
               * @default on
               * @enum {string}
               */
              mode: 'on' | 'dry';
              /** @default 60 */
              muteMinutes: number;
              /** @default {} */
              rules: {
                [key: string]: {
                  days?: number;
                  /** @enum {string} */
                  start?: 'remind' | 'warn' | 'talk' | 'mute' | 'remove' | 'ban';
                };
              };
              /**
               * @default remind
               * @enum {string}
               */
              start: 'remind' | 'warn' | 'talk' | 'mute' | 'remove' | 'ban';
            };
            /** @default {} */
            raid: {
              /** @default 5 */
              minutes: number;
              /** @default 8 */
              people: number;
            };
            /** @default {} */
            repeats: {
              /** @default 10 */
              minutes: number;
              /** @default 3 */
              people: number;
              /** @default 3 */
              times: number;
            };
            /** @default {} */
            reports: {
              /**
               * @default off
               * @enum {string}
               */
              hide: 'on' | 'off';
              /** @default 2 */
              hideWeight: number;
              /** @default 10 */
              perDay: number;
              /** @default 2 */
              points: number;
            };
            /** @default {} */
            thresholds: {
              /** @default 0.8 */
              core: number;
              /** @default 0.65 */
              member: number;
              /** @default 0.5 */
              new: number;
            };
            /** @default {} */
            trust: {
              /** @default 60 */
              coreDays: number;
              /** @default 200 */
              coreMessages: number;
              /** @default 3 */
              memberDays: number;
              /** @default 3 */
              memberMessages: number;
            };
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'rules.change_settings': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @default [] */
          allowedHosts?: string[];
          /** @default 14 */
          appealDays?: number;
          /** @default {} */
          checks?: {
            /**
             * @default on
             * @enum {string}
             */
            ads?: 'on' | 'dry' | 'off';
            /**
             * @default on
             * @enum {string}
             */
            codes?: 'on' | 'dry' | 'off';
            /**
             * @default on
             * @enum {string}
             */
            contacts?: 'on' | 'dry' | 'off';
            /**
             * @default on
             * @enum {string}
             */
            links?: 'on' | 'dry' | 'off';
            /**
             * @default on
             * @enum {string}
             */
            raid?: 'on' | 'dry' | 'off';
            /**
             * @default on
             * @enum {string}
             */
            repeats?: 'on' | 'dry' | 'off';
            /**
             * @default on
             * @enum {string}
             */
            storms?: 'on' | 'dry' | 'off';
            /**
             * @default on
             * @enum {string}
             */
            terms?: 'on' | 'dry' | 'off';
          };
          /** @default 90 */
          keepWordsDays?: number;
          /** @default {} */
          ladder?: {
            /** @default 60 */
            days?: number;
            /**
             * @default on
             * @enum {string}
             */
            mode?: 'on' | 'dry';
            /** @default 60 */
            muteMinutes?: number;
            /** @default {} */
            rules?: {
              [key: string]: {
                days?: number;
                /** @enum {string} */
                start?: 'remind' | 'warn' | 'talk' | 'mute' | 'remove' | 'ban';
              };
            };
            /**
             * @default remind
             * @enum {string}
             */
            start?: 'remind' | 'warn' | 'talk' | 'mute' | 'remove' | 'ban';
          };
          /** @default {} */
          raid?: {
            /** @default 5 */
            minutes?: number;
            /** @default 8 */
            people?: number;
          };
          /** @default {} */
          repeats?: {
            /** @default 10 */
            minutes?: number;
            /** @default 3 */
            people?: number;
            /** @default 3 */
            times?: number;
          };
          /** @default {} */
          reports?: {
            /**
             * @default off
             * @enum {string}
             */
            hide?: 'on' | 'off';
            /** @default 2 */
            hideWeight?: number;
            /** @default 10 */
            perDay?: number;
            /** @default 2 */
            points?: number;
          };
          /** @default {} */
          thresholds?: {
            /** @default 0.8 */
            core?: number;
            /** @default 0.65 */
            member?: number;
            /** @default 0.5 */
            new?: number;
          };
          /** @default {} */
          trust?: {
            /** @default 60 */
            coreDays?: number;
            /** @default 200 */
            coreMessages?: number;
            /** @default 3 */
            memberDays?: number;
            /** @default 3 */
            memberMessages?: number;
          };
        };
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @default [] */
            allowedHosts: string[];
            /** @default 14 */
            appealDays: number;
            /** @default {} */
            checks: {
              /**
               * @default on
               * @enum {string}
               */
              ads: 'on' | 'dry' | 'off';
              /**
               * @default on
               * @enum {string}
               */
              codes: 'on' | 'dry' | 'off';
              /**
               * @default on
               * @enum {string}
               */
              contacts: 'on' | 'dry' | 'off';
              /**
               * @default on
               * @enum {string}
               */
              links: 'on' | 'dry' | 'off';
              /**
               * @default on
               * @enum {string}
               */
              raid: 'on' | 'dry' | 'off';
              /**
               * @default on
               * @enum {string}
               */
              repeats: 'on' | 'dry' | 'off';
              /**
               * @default on
               * @enum {string}
               */
              storms: 'on' | 'dry' | 'off';
              /**
               * @default on
               * @enum {string}
               */
              terms: 'on' | 'dry' | 'off';
            };
            /** @default 90 */
            keepWordsDays: number;
            /** @default {} */
            ladder: {
              /** @default 60 */
              days: number;
              /**
               * @default on
               * @enum {string}
               */
              mode: 'on' | 'dry';
              /** @default 60 */
              muteMinutes: number;
              /** @default {} */
              rules: {
                [key: string]: {
                  days?: number;
                  /** @enum {string} */
                  start?: 'remind' | 'warn' | 'talk' | 'mute' | 'remove' | 'ban';
                };
              };
              /**
               * @default remind
               * @enum {string}
               */
              start: 'remind' | 'warn' | 'talk' | 'mute' | 'remove' | 'ban';
            };
            /** @default {} */
            raid: {
              /** @default 5 */
              minutes: number;
              /** @default 8 */
              people: number;
            };
            /** @default {} */
            repeats: {
              /** @default 10 */
              minutes: number;
              /** @default 3 */
              people: number;
              /** @default 3 */
              times: number;
            };
            /** @default {} */
            reports: {
              /**
               * @default off
               * @enum {string}
               */
              hide: 'on' | 'off';
              /** @default 2 */
              hideWeight: number;
              /** @default 10 */
              perDay: number;
              /** @default 2 */
              points: number;
            };
            /** @default {} */
            thresholds: {
              /** @default 0.8 */
              core: number;
              /** @default 0.65 */
              member: number;
              /** @default 0.5 */
              new: number;
            };
            /** @default {} */
            trust: {
              /** @default 60 */
              coreDays: number;
              /** @default 200 */
              coreMessages: number;
              /** @default 3 */
              memberDays: number;
              /** @default 3 */
              memberMessages: number;
            };
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'rules.report_shadow': {
    parameters: {
      query?: {
        check?: 'terms' | 'links' | 'codes' | 'contacts' | 'repeats' | 'raid' | 'ads' | 'storms' | 'promotion';
        listId?: string;
      };
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            fewest: number;
            /** Format: date-time */
            newest: string | null;
            noticed: number;
            /** Format: date-time */
            oldest: string | null;
            precision: {
              high: number;
              low: number;
              share: number;
            } | null;
            right: number;
            /** Format: date-time */
            since: string | null;
            /** @enum {string} */
            standing: 'few' | 'bad' | 'good';
            wrong: number;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'rules.get_text': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              /** @default  */
              consequence: string;
              key: string;
              name: string;
              /** @default  */
              reason: string;
              /** @default  */
              reward: string;
              /** @default  */
              unwelcome: string;
              /** @default [] */
              watchedBy: (
                'terms' | 'links' | 'codes' | 'contacts' | 'repeats' | 'raid' | 'ads' | 'storms' | 'promotion'
              )[];
              /** @default  */
              welcome: string;
            }[];
            mustAcknowledgeAgain: boolean;
            /** Format: date-time */
            publishedAt: string | null;
            /** Format: uuid */
            publishedBy?: string | null;
            tone: string;
            version: number;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'rules.publish_text': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          items: {
            /** @default  */
            consequence?: string;
            key?: string;
            name: string;
            /** @default  */
            reason?: string;
            /** @default  */
            reward?: string;
            /** @default  */
            unwelcome?: string;
            /** @default [] */
            watchedBy?: (
              'terms' | 'links' | 'codes' | 'contacts' | 'repeats' | 'raid' | 'ads' | 'storms' | 'promotion'
            )[];
            /** @default  */
            welcome?: string;
          }[];
          /** @default false */
          mustAcknowledgeAgain?: boolean;
          /** @default  */
          tone?: string;
        };
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              /** @default  */
              consequence: string;
              key: string;
              name: string;
              /** @default  */
              reason: string;
              /** @default  */
              reward: string;
              /** @default  */
              unwelcome: string;
              /** @default [] */
              watchedBy: (
                'terms' | 'links' | 'codes' | 'contacts' | 'repeats' | 'raid' | 'ads' | 'storms' | 'promotion'
              )[];
              /** @default  */
              welcome: string;
            }[];
            mustAcknowledgeAgain: boolean;
            /** Format: date-time */
            publishedAt: string | null;
            /** Format: uuid */
            publishedBy?: string | null;
            tone: string;
            version: number;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'rules.list_versions': {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
      };
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              items: {
                /** @default  */
                consequence: string;
                key: string;
                name: string;
                /** @default  */
                reason: string;
                /** @default  */
                reward: string;
                /** @default  */
                unwelcome: string;
                /** @default [] */
                watchedBy: (
                  'terms' | 'links' | 'codes' | 'contacts' | 'repeats' | 'raid' | 'ads' | 'storms' | 'promotion'
                )[];
                /** @default  */
                welcome: string;
              }[];
              mustAcknowledgeAgain: boolean;
              /** Format: date-time */
              publishedAt: string | null;
              /** Format: uuid */
              publishedBy?: string | null;
              readers: number;
              tone: string;
              version: number;
            }[];
            nextCursor: string | null;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'rules.try_message': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          text: string;
          /**
           * @default new
           * @enum {string}
           */
          trust?: 'new' | 'member' | 'core' | 'team';
        };
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @enum {string} */
            action: 'pass' | 'hold' | 'stop';
            /** @enum {string|null} */
            dry: 'hold' | 'stop' | null;
            evidence: components['schemas']['Evidence'][];
            reading: {
              cues: string[];
              plain: string | null;
            };
            rule: string | null;
            score: number;
            why: string | null;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'rules.list_waves': {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
        state?: 'open' | 'over';
      };
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              /** Format: date-time */
              approvalUntil: string | null;
              /** Format: date-time */
              endedAt: string | null;
              entrance: {
                channel: string | null;
                inviter: string | null;
              };
              faces: number;
              group: string;
              /** Format: uuid */
              groupId: string;
              /** Format: date-time */
              heldUntil: string | null;
              /** @enum {string|null} */
              how: 'time' | 'guests' | null;
              /** Format: uuid */
              id: string;
              /** Format: date-time */
              lastAt: string;
              minutes: number;
              names: number;
              people: number;
              /** @enum {string} */
              sign: 'names' | 'faces' | 'crowd';
              /** Format: date-time */
              startedAt: string;
              /** Format: date-time */
              until: string;
            }[];
            nextCursor: string | null;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'rules.read_wave': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        communityId: string;
        waveId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Wave'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'rules.ask_approval': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        waveId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Wave'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'rules.stop_approval': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        waveId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Wave'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'rules.call_guests': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        waveId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Wave'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'rules.hold_wave': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        waveId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Wave'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'rules.stop_holding': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        waveId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Wave'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'desk.read_satisfaction': {
    parameters: {
      query?: {
        days?: '7' | '28' | '90';
      };
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            fewest: number;
            from: string;
            members: components['schemas']['Satisfaction'];
            scripts: {
              said: components['schemas']['Satisfaction'];
              scriptId: string;
              standard: boolean;
              title: string;
            }[];
            stewards: {
              id: string;
              /** @enum {string} */
              kind: 'operator' | 'host';
              name: string;
              said: components['schemas']['Satisfaction'];
            }[];
            team: components['schemas']['Satisfaction'];
            until: string;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'scripts.suggest_scripts': {
    parameters: {
      query: {
        question: string;
      };
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Script'][];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'scripts.list_scripts': {
    parameters: {
      query?: {
        archived?: string;
      };
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Script'][];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'scripts.create_script': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @default [] */
          asks?: string[];
          /** @default  */
          folder?: string;
          /**
           * @default answer
           * @enum {string}
           */
          kind?: 'answer' | 'welcome' | 'rules' | 'promotion' | 'daily';
          /** @default  */
          shortcut?: string;
          /** @default false */
          standard?: boolean;
          text: string;
          title: string;
        };
      };
    };
    responses: {
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Script'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'scripts.get_script': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        communityId: string;
        scriptId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            script: components['schemas']['Script'];
            versions: {
              at: string;
              text: string;
              title: string;
              version: number;
            }[];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'scripts.archive_script': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        scriptId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Script'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'scripts.change_script': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        scriptId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          asks?: string[];
          folder?: string;
          /** @enum {string} */
          kind?: 'answer' | 'welcome' | 'rules' | 'promotion' | 'daily';
          shortcut?: string;
          standard?: boolean;
          text?: string;
          title?: string;
          version: number;
        };
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Script'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'scripts.fill_script': {
    parameters: {
      query?: {
        groupId?: string;
        identityId?: string;
      };
      header?: never;
      path: {
        communityId: string;
        scriptId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            missing: string[];
            text: string;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'scripts.restore_script': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        scriptId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': Record<string, never>;
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Script'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'messages.search_community': {
    parameters: {
      query?: {
        author?: string;
        cursor?: string;
        from?: string;
        group?: string;
        kind?: 'text' | 'image' | 'announcement' | 'system';
        limit?: number;
        q?: string;
        to?: string;
      };
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Message'][];
            nextCursor: string | null;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'profiles.list_facts': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              key: string;
              /** @enum {string} */
              kind: 'number' | 'day' | 'choice' | 'word' | 'text' | 'tags' | 'groups' | 'inviter' | 'name' | 'card';
              label: string;
              ops: string[];
              options?: {
                label: string;
                value: string;
              }[];
              private: boolean;
              /** @enum {string} */
              section: 'about' | 'behaviour' | 'places' | 'fields';
              windows?: number[];
            }[];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'profiles.list_segments': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              /** Format: date-time */
              changedAt: string;
              definition?: unknown;
              hidden: boolean;
              /** Format: uuid */
              id: string;
              name: string;
              phrases: string[];
              sentence: string;
            }[];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'profiles.create_segment': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          definition: components['schemas']['SegmentDefinition'];
          name: string;
        };
      };
    };
    responses: {
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** Format: date-time */
            changedAt: string;
            definition?: unknown;
            /** Format: uuid */
            id: string;
            name: string;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'profiles.delete_segment': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        segmentId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'profiles.change_segment': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        segmentId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          definition?: components['schemas']['SegmentDefinition'];
          name?: string;
        };
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** Format: date-time */
            changedAt: string;
            definition?: unknown;
            /** Format: uuid */
            id: string;
            name: string;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'profiles.count_segment': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        communityId: string;
        segmentId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            count: number;
            pending: boolean;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'profiles.restore_segment': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        segmentId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': Record<string, never>;
      };
    };
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'profiles.export_people': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          definition: components['schemas']['SegmentDefinition'];
          /** @enum {string} */
          format: 'csv' | 'xlsx';
          /** @default false */
          private?: boolean;
        };
      };
    };
    responses: {
      /** @description The file */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'profiles.preview_segment': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          cursor?: string;
          definition: components['schemas']['SegmentDefinition'];
          /** @default 50 */
          limit?: number;
        };
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            count: number;
            items: {
              carriers: string[];
              /** Format: date-time */
              createdAt: string;
              groups: number;
              /** Format: uuid */
              identityId: string;
              inviterName: string | null;
              /** Format: date-time */
              joinedAt: string | null;
              lastActiveOn: string | null;
              messages28: number;
              name: string;
              /** Format: uuid */
              personId: string;
              /** Format: uuid */
              pictureId: string | null;
              source: string | null;
              stays: {
                /** Format: uuid */
                groupId: string;
                groupName: string;
                /** @enum {string} */
                role: 'member' | 'steward' | 'admin' | 'owner';
              }[];
              tags: {
                /** Format: uuid */
                id: string;
                name: string;
              }[];
            }[];
            nextCursor: string | null;
            pending: boolean;
            phrases: string[];
            sentence: string;
            total: number;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'profiles.list_tags': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              /** Format: uuid */
              id: string;
              name: string;
              people: number;
              rule: {
                /** Format: date-time */
                followedAt: string | null;
                /** @enum {string|null} */
                rests: 'segment_gone' | 'asks_itself' | null;
                /** Format: uuid */
                segmentId: string;
                segmentName: string;
              } | null;
            }[];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'profiles.create_tag': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          name: string;
        };
      };
    };
    responses: {
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** Format: uuid */
            id: string;
            name: string;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'profiles.delete_tag': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        tagId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'profiles.rename_tag': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        tagId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          name: string;
        };
      };
    };
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'profiles.give_tag': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        tagId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          definition?: components['schemas']['SegmentDefinition'];
          /**
           * Format: date
           * @default null
           */
          expiresOn?: string | null;
          /** @default false */
          onlyNew?: boolean;
          personIds?: string[];
        };
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** Format: date-time */
            givenAt: string;
            people: number;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'profiles.restore_tag': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        tagId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': Record<string, never>;
      };
    };
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'profiles.set_tag_rule': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        tagId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: uuid */
          segmentId: string;
        };
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            given: number;
            taken: number;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'profiles.end_tag_rule': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        tagId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          given: 'keep' | 'take';
        };
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            people: number;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'profiles.follow_tag_rule': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        tagId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': Record<string, never>;
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            given: number;
            taken: number;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'profiles.take_tag': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        tagId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          definition?: components['schemas']['SegmentDefinition'];
          /** Format: date-time */
          givenAt?: string;
          personIds?: string[];
        };
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            had: {
              /** Format: date */
              expiresOn: string | null;
              /** Format: uuid */
              personId: string;
            }[];
            people: number;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'team.count_tasks': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            mine: number;
            open: number;
            overdue: number;
            unassigned: number;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'team.list_load': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              done: number;
              late: number;
              medianHours: number | null;
              name: string;
              open: number;
              userId: string;
            }[];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'team.list_tasks': {
    parameters: {
      query?: {
        assignee?: ('me' | 'nobody') | string;
        cursor?: string;
        due?: 'overdue';
        groupId?: string;
        kind?: string;
        limit?: number;
        q?: string;
        snoozed?: 'only' | 'without';
        state?: 'open' | 'done' | 'skipped' | 'cancelled';
      };
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Task'][];
            nextCursor: string | null;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'team.add_todo': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: uuid */
          assigneeId?: string | null;
          /** Format: date-time */
          dueAt?: string | null;
          /** Format: uuid */
          groupId?: string | null;
          text?: string;
          title: string;
        };
      };
    };
    responses: {
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Task'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'team.change_tasks': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          act:
            | {
                /** Format: uuid */
                assigneeId: string | null;
                /** @enum {string} */
                how: 'assign';
              }
            | {
                /** @enum {string} */
                how: 'snooze';
                /** Format: date-time */
                until: string | null;
              }
            | {
                /** @enum {string} */
                how: 'done' | 'skip';
              };
          taskIds: string[];
        };
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            changed: string[];
            refused: {
              code: string;
              taskId: string;
            }[];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'team.get_task': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        communityId: string;
        taskId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Task'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'team.assign_task': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        taskId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: uuid */
          assigneeId: string | null;
        };
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Task'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'team.complete_task': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        taskId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          note?: string;
        };
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Task'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'team.escalate_task': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        taskId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: uuid */
          toId?: string;
          word: string;
        };
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Task'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'team.skip_task': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        taskId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          note?: string;
        };
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Task'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'team.snooze_task': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        taskId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: date-time */
          until: string | null;
        };
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Task'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'team.list_team': {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
      };
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              email: string | null;
              name: string;
              /** @enum {string} */
              role:
                | 'owner'
                | 'admin'
                | 'operator'
                | 'planner'
                | 'editor'
                | 'steward'
                | 'moderator'
                | 'business'
                | 'trainer'
                | 'viewer';
              roles: (
                | 'owner'
                | 'admin'
                | 'operator'
                | 'planner'
                | 'editor'
                | 'steward'
                | 'moderator'
                | 'business'
                | 'trainer'
                | 'viewer'
              )[];
              since: string;
              userId: string;
            }[];
            nextCursor: string | null;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'team.get_own_card': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PublicCard'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'team.write_own_card': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          asks: string;
          hours: string;
          isShown: boolean;
          name: string;
        };
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PublicCard'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'team.list_shown_cards': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            cards: {
              asks: string;
              hours: string;
              name: string;
              userId: string;
            }[];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'team.read_roles': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            permissions: {
              area: string;
              permission: string;
              roles: (
                | 'owner'
                | 'admin'
                | 'operator'
                | 'planner'
                | 'editor'
                | 'steward'
                | 'moderator'
                | 'business'
                | 'trainer'
                | 'viewer'
              )[];
              words: string;
            }[];
            roles: (
              | 'owner'
              | 'admin'
              | 'operator'
              | 'planner'
              | 'editor'
              | 'steward'
              | 'moderator'
              | 'business'
              | 'trainer'
              | 'viewer'
            )[];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'team.get_team_settings': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @default 24 */
            escalateHours: number;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'team.set_team_settings': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @default 24 */
          escalateHours?: number;
        };
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @default 24 */
            escalateHours: number;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'team.remove_member': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        userId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'team.change_member': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        userId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          role?:
            | 'owner'
            | 'admin'
            | 'operator'
            | 'planner'
            | 'editor'
            | 'steward'
            | 'moderator'
            | 'business'
            | 'trainer'
            | 'viewer';
          roles?: (
            | 'owner'
            | 'admin'
            | 'operator'
            | 'planner'
            | 'editor'
            | 'steward'
            | 'moderator'
            | 'business'
            | 'trainer'
            | 'viewer'
          )[];
        };
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            email: string | null;
            name: string;
            /** @enum {string} */
            role:
              | 'owner'
              | 'admin'
              | 'operator'
              | 'planner'
              | 'editor'
              | 'steward'
              | 'moderator'
              | 'business'
              | 'trainer'
              | 'viewer';
            roles: (
              | 'owner'
              | 'admin'
              | 'operator'
              | 'planner'
              | 'editor'
              | 'steward'
              | 'moderator'
              | 'business'
              | 'trainer'
              | 'viewer'
            )[];
            since: string;
            userId: string;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'team.hand_over_tasks': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        userId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: uuid */
          toId: string | null;
        };
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            tasks: number;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'team.hide_card': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        userId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': Record<string, never>;
      };
    };
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'team.list_invitations': {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
      };
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              createdAt: string;
              createdBy: string | null;
              createdByName: string | null;
              expiresAt: string;
              id: string;
              note: string;
              /** @enum {string} */
              role:
                | 'owner'
                | 'admin'
                | 'operator'
                | 'planner'
                | 'editor'
                | 'steward'
                | 'moderator'
                | 'business'
                | 'trainer'
                | 'viewer';
              roles: (
                | 'owner'
                | 'admin'
                | 'operator'
                | 'planner'
                | 'editor'
                | 'steward'
                | 'moderator'
                | 'business'
                | 'trainer'
                | 'viewer'
              )[];
            }[];
            nextCursor: string | null;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'team.create_invitation': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          email?: string;
          note?: string;
          /** @enum {string} */
          role?:
            | 'owner'
            | 'admin'
            | 'operator'
            | 'planner'
            | 'editor'
            | 'steward'
            | 'moderator'
            | 'business'
            | 'trainer'
            | 'viewer';
          roles?: (
            | 'owner'
            | 'admin'
            | 'operator'
            | 'planner'
            | 'editor'
            | 'steward'
            | 'moderator'
            | 'business'
            | 'trainer'
            | 'viewer'
          )[];
        };
      };
    };
    responses: {
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            code: string;
            createdAt: string;
            expiresAt: string;
            id: string;
            note: string;
            /** @enum {string} */
            role:
              | 'owner'
              | 'admin'
              | 'operator'
              | 'planner'
              | 'editor'
              | 'steward'
              | 'moderator'
              | 'business'
              | 'trainer'
              | 'viewer';
            roles: (
              | 'owner'
              | 'admin'
              | 'operator'
              | 'planner'
              | 'editor'
              | 'steward'
              | 'moderator'
              | 'business'
              | 'trainer'
              | 'viewer'
            )[];
            url: string;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'team.withdraw_invitation': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        invitationId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'team.leave_team': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': Record<string, never>;
      };
    };
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'insight.read_today': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            alarms: {
              behind: string;
              items: {
                behind: string;
                countedAt: string | null;
                evidence: {
                  [key: string]: string | number;
                };
                groupId: string;
                id: string;
                /** @enum {string} */
                kind: 'group_quiet' | 'leaving_wave' | 'questions_waiting' | 'quarrel' | 'joining_wave';
                raisedAt: string;
                settledAt: string | null;
                /** @enum {string|null} */
                settledHow: 'seen' | 'dismissed' | 'passed' | null;
                taskId: string | null;
                text: string;
                title: string;
              }[];
              open: number;
            };
            behind: {
              members: string;
              questions: string;
              today: {
                checkIns: string;
                joins: string;
                leaves: string;
                messages: string;
                ownerShare: string;
                speakers: string;
              };
              week: {
                checkIns: string;
                joins: string;
                leaves: string;
                messages: string;
                ownerShare: string;
                speakers: string;
              };
              yesterday: {
                checkIns: string;
                joins: string;
                leaves: string;
                messages: string;
                ownerShare: string;
                speakers: string;
              };
            };
            cases: {
              appealed: number;
              behind: string;
              waiting: number;
            };
            day: string;
            groupNames: {
              [key: string]: string;
            };
            groups: {
              items: {
                alarms: ('group_quiet' | 'leaving_wave' | 'questions_waiting' | 'quarrel' | 'joining_wave')[];
                carrier: string;
                groupId: string;
                lastActivityAt: string | null;
                lifecycle: string;
                members: number;
                name: string;
                open: number;
                overdue: number;
                pictureId: string | null;
                promotions: {
                  perWeek: number;
                  planned: number;
                  used: number;
                } | null;
                speakersByDay: number[];
                /** @enum {string} */
                tier: 'funnel' | 'ordinary' | 'paid' | 'holding' | 'campaign' | 'lecture';
                today: {
                  checkIns: number;
                  joins: number;
                  leaves: number;
                  messages: number;
                  ownerShare: number | null;
                  speakers: number;
                };
                week: {
                  checkIns: number;
                  joins: number;
                  leaves: number;
                  messages: number;
                  ownerShare: number | null;
                  speakers: number;
                };
                yesterday: {
                  checkIns: number;
                  joins: number;
                  leaves: number;
                  messages: number;
                  ownerShare: number | null;
                  speakers: number;
                };
              }[];
              nextCursor: string | null;
            };
            questions: {
              answered: number;
              behind: string;
              items: components['schemas']['Question'][];
              medianMinutes: number | null;
              open: number;
              overdue: number;
            };
            tasks: {
              behind: string;
              items: {
                assigneeId: string | null;
                dueAt: string | null;
                groupId: string | null;
                id: string;
                kind: string;
                title: string;
              }[];
              mine: number;
              open: number;
              overdue: number;
              unassigned: number;
            };
            totals: {
              groups: number;
              members: number;
              today: {
                checkIns: number;
                joins: number;
                leaves: number;
                messages: number;
                ownerShare: number | null;
                speakers: number;
              };
              week: {
                checkIns: number;
                joins: number;
                leaves: number;
                messages: number;
                ownerShare: number | null;
                speakers: number;
              };
              yesterday: {
                checkIns: number;
                joins: number;
                leaves: number;
                messages: number;
                ownerShare: number | null;
                speakers: number;
              };
            };
            zone: string;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'auth.list_tokens': {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
      };
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              createdAt: string;
              createdBy: {
                id: string;
                name: string;
              };
              expiresAt: string | null;
              id: string;
              lastUsedAt: string | null;
              name: string;
              scopes: string[];
              start: string;
            }[];
            nextCursor: string | null;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'auth.create_token': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: date-time */
          expiresAt?: string | null;
          name: string;
          scopes: string[];
        };
      };
    };
    responses: {
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            createdAt: string;
            createdBy: {
              id: string;
              name: string;
            };
            expiresAt: string | null;
            id: string;
            lastUsedAt: string | null;
            name: string;
            scopes: string[];
            secret: string;
            start: string;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'auth.revoke_token': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        tokenId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'auth.list_scopes': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: string[];
            nextCursor: null;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'team.get_two_factor': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TwoFactorStanding'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'team.set_two_factor': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          from: 'nobody' | 'owner' | 'admin' | 'workers' | 'everybody';
          graceDays: number;
        };
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TwoFactorStanding'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'programs.get_welcome': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            own: string[];
            suggestions: string[];
            welcome: {
              on: boolean;
              quiet: {
                from: string;
                to: string;
              } | null;
              texts: string[];
            };
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'programs.set_welcome': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @default false */
          on?: boolean;
          /**
           * @description HH:MM in the zone of the community; 24:00 = end of the day
           * @default {
           *       "from": "22:30",
           *       "to": "07:30"
           *     }
           */
          quiet?: {
            /** @default 00:00 */
            from?: string;
            /** @default 24:00 */
            to?: string | '24:00';
          } | null;
          /** @default [] */
          texts?: string[];
        };
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            welcome: {
              on: boolean;
              quiet: {
                from: string;
                to: string;
              } | null;
              texts: string[];
            };
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'programs.list_arrivals': {
    parameters: {
      query?: {
        cursor?: string;
        groupId?: string;
        limit?: number;
      };
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              at: string;
              /** Format: uuid */
              groupId: string;
              /** Format: uuid */
              identityId: string;
              /** Format: uuid */
              membershipId: string;
              /** Format: uuid */
              messageId: string | null;
              name: string;
              /** Format: uuid */
              personId: string | null;
              /** Format: uuid */
              pictureId: string | null;
              settledAt: string | null;
              /** @enum {string} */
              state: 'waiting' | 'welcomed' | 'left' | 'late' | 'refused';
            }[];
            nextCursor: string | null;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'programs.preview_welcome': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: uuid */
          groupId?: string;
          texts: string[];
        };
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            texts: string[];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'files.get_file': {
    parameters: {
      query?: {
        size?: 'full' | 'thumb';
      };
      header?: never;
      path: {
        fileId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The file */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'team.get_invitation': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        code: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            communityName: string;
            expiresAt: string;
            invitedBy: string | null;
            /** @enum {string} */
            role:
              | 'owner'
              | 'admin'
              | 'operator'
              | 'planner'
              | 'editor'
              | 'steward'
              | 'moderator'
              | 'business'
              | 'trainer'
              | 'viewer';
            roles: (
              | 'owner'
              | 'admin'
              | 'operator'
              | 'planner'
              | 'editor'
              | 'steward'
              | 'moderator'
              | 'business'
              | 'trainer'
              | 'viewer'
            )[];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'team.accept_invitation': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        code: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          email?: string;
          name?: string;
          password?: string;
        };
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            communityId: string;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'people.look_at_door': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        code: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            community: {
              /** Format: uuid */
              id: string;
              name: string;
              officialName: string;
              /** Format: uuid */
              officialPictureId: string | null;
              purpose: string;
            } | null;
            group: {
              approval: boolean;
              capacity: number;
              members: number;
              name: string;
              /** Format: uuid */
              pictureId: string | null;
              tier: string;
            } | null;
            /** Format: uuid */
            groupId: string | null;
            inviter: {
              name: string;
              /** Format: uuid */
              pictureId: string | null;
            } | null;
            reason: string | null;
            reasonText: string | null;
            /** @enum {string} */
            state:
              | 'unknown'
              | 'expired'
              | 'used_up'
              | 'revoked'
              | 'dissolved'
              | 'full'
              | 'joined'
              | 'waiting'
              | 'refused'
              | 'open';
            steps: {
              email?: {
                expiresAt: string;
                resendAt: string;
                /** @enum {string} */
                state: 'queued' | 'delayed' | 'sent' | 'refused' | 'expired';
              };
              fields?: {
                hint?: string;
                key: string;
                /** @enum {string} */
                kind: 'text' | 'longText';
                label: string;
                maxLength: number;
                required: boolean;
              }[];
              key: string;
              /** @enum {string} */
              kind: 'notice' | 'form' | 'choice' | 'approval' | 'email';
              options?: {
                key: string;
                label: string;
              }[];
              problem?: string;
              text: string;
              title: string;
              version?: number;
            }[];
            you: {
              name: string;
              /** Format: uuid */
              pictureId: string | null;
            } | null;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'people.join_group': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        code: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @default {} */
          answers?: {
            [key: string]: unknown;
          };
        };
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** Format: uuid */
            groupId?: string;
            reason?: string;
            /** @enum {string} */
            state:
              | 'unknown'
              | 'expired'
              | 'used_up'
              | 'revoked'
              | 'dissolved'
              | 'full'
              | 'joined'
              | 'waiting'
              | 'refused'
              | 'needs';
            steps?: {
              email?: {
                expiresAt: string;
                resendAt: string;
                /** @enum {string} */
                state: 'queued' | 'delayed' | 'sent' | 'refused' | 'expired';
              };
              fields?: {
                hint?: string;
                key: string;
                /** @enum {string} */
                kind: 'text' | 'longText';
                label: string;
                maxLength: number;
                required: boolean;
              }[];
              key: string;
              /** @enum {string} */
              kind: 'notice' | 'form' | 'choice' | 'approval' | 'email';
              options?: {
                key: string;
                label: string;
              }[];
              problem?: string;
              text: string;
              title: string;
              version?: number;
            }[];
            text?: string;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'people.send_email_code': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        code: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          email: string;
        };
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** Format: date-time */
            expiresAt: string;
            /** Format: date-time */
            resendAt: string;
            /** @enum {boolean} */
            sent: true;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'auth.get_me': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            communities: {
              id: string;
              name: string;
              permissions: string[];
              role: string;
              roles: string[];
              twoFactorDue: string | null;
            }[];
            installationPermissions: string[];
            installer: boolean;
            user: {
              createdAt: string;
              email: string;
              id: string;
              name: string;
              twoFactorEnabled: boolean;
            };
            /** @enum {string} */
            via: 'session' | 'token';
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'auth.rename_me': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          name: string;
        };
      };
    };
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'alerts.get_wish': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @enum {string} */
            level: 'off' | 'at_once' | 'digest';
            possible: boolean;
            quiet: {
              from: number;
              to: number;
            };
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'alerts.set_wish': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          level: 'off' | 'at_once' | 'digest';
          quiet: {
            from: number;
            to: number;
          };
        };
      };
    };
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'auth.change_password': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          currentPassword: string;
          newPassword: string;
        };
      };
    };
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'auth.list_sessions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              createdAt: string;
              current: boolean;
              id: string;
              usedAt: string;
              userAgent: string | null;
            }[];
            nextCursor: null;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'auth.revoke_other_sessions': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            revoked: number;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'auth.revoke_session': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        sessionId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'auth.start_two_factor': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          password: string;
        };
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            backupCodes: string[];
            secret: string;
            uri: string;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'auth.renew_backup_codes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          password: string;
        };
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            backupCodes: string[];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'auth.confirm_two_factor': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          code: string;
        };
      };
    };
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'auth.stop_two_factor': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          password: string;
        };
      };
    };
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'introductions.list_board': {
    parameters: {
      query?: {
        cursor?: string;
        kind?: 'offer' | 'need';
        limit?: number;
      };
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['BoardEntry'][];
            made: number;
            nextCursor: string | null;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'introductions.write_entry': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @default 30 */
          days?: number;
          /** @enum {string} */
          kind: 'offer' | 'need';
          text: string;
        };
      };
    };
    responses: {
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** Format: uuid */
            id: string;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'introductions.take_entry_down': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        entryId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @default false */
          isMade?: boolean;
        };
      };
    };
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'introductions.list_own_entries': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              /** Format: date-time */
              createdAt: string;
              hiddenReason: string | null;
              /** Format: uuid */
              id: string;
              /** Format: uuid */
              identityId: string;
              /** @enum {string} */
              kind: 'offer' | 'need';
              matches: {
                /** Format: date-time */
                createdAt: string;
                hiddenReason: string | null;
                /** Format: uuid */
                id: string;
                /** Format: uuid */
                identityId: string;
                /** @enum {string} */
                kind: 'offer' | 'need';
                name: string;
                /** Format: uuid */
                pictureId: string | null;
                text: string;
                /** Format: date-time */
                validUntil: string;
                words: string[];
              }[];
              name: string;
              /** Format: uuid */
              pictureId: string | null;
              text: string;
              /** Format: date-time */
              validUntil: string;
            }[];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'introductions.get_own_card': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            isPrompted: boolean;
            missing: ('name' | 'profession' | 'city' | 'industry' | 'offers' | 'needs' | 'tags')[];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'introductions.lay_prompt_aside': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': Record<string, never>;
      };
    };
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'rules.appeal_from_outside': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        caseId: string;
        communityId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          text: string;
        };
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            appeal: {
              /** Format: date-time */
              at: string;
              /** Format: date-time */
              decidedAt: string | null;
              note: string;
              text: string;
            } | null;
            canAppeal: boolean;
            clientId: string | null;
            /** Format: date-time */
            decidedAt: string | null;
            /** Format: uuid */
            groupId: string;
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: 'held' | 'stopped' | 'said' | 'dry';
            /** Format: uuid */
            messageId: string | null;
            note: string;
            /** Format: date-time */
            openedAt: string;
            picture: {
              height: number;
              /** Format: uuid */
              id: string;
              width: number;
            } | null;
            rule: {
              key: string;
              name: string;
            } | null;
            sanctions: {
              /** Format: date-time */
              decaysAt: string;
              state: string;
              /** @enum {string} */
              step: 'remind' | 'warn' | 'talk' | 'mute' | 'remove' | 'ban';
              text: string;
              /** Format: date-time */
              until: string | null;
            }[];
            /** @enum {string} */
            state: 'waiting' | 'refused' | 'released' | 'upheld' | 'appealed' | 'overturned' | 'confirmed' | 'closed';
            stateText: string;
            text: string | null;
            why: string;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'introductions.list_own': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['IntroductionRequest'][];
            waiting: number;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'introductions.ask': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /**
           * Format: uuid
           * @default null
           */
          entryId?: string | null;
          /** Format: uuid */
          toId: string;
          why: string;
          words: string;
        };
      };
    };
    responses: {
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** Format: uuid */
            id: string;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'introductions.answer': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        requestId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          words: string | null;
        };
      };
    };
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'introductions.tell_outcome': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        requestId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          outcome: 'met' | 'quiet' | 'made';
        };
      };
    };
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'introductions.refuse': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        requestId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @default false */
          report?: boolean;
        };
      };
    };
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'introductions.withdraw': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        requestId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': Record<string, never>;
      };
    };
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'levels.get_own': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              /** Format: uuid */
              ladderId: string;
              level: number;
              levels: {
                gives: string[];
                name: string;
                number: number;
                price: {
                  amount: number;
                  /** @description `points` or an ISO 4217 currency, e.g. CNY; amounts are in its minor unit */
                  currency: string;
                  days: number;
                } | null;
                privileges: components['schemas']['LevelPrivilege'][];
              }[];
              main: boolean;
              name: string;
              next: {
                /** @enum {string} */
                join: 'all' | 'any';
                missing: {
                  have: number | null;
                  met: boolean;
                  need: number | null;
                  words: string;
                }[];
                name: string;
                number: number;
              } | null;
              paidUntil: string | null;
              since: string | null;
              slips: {
                on: string;
              } | null;
            }[];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'people.get_my_face': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            card: components['schemas']['Card'];
            identity: {
              carrier: string;
              /** Format: uuid */
              id: string;
              /** @enum {string} */
              kind: 'member' | 'bot' | 'official' | 'tombstone';
              name: string;
              /** Format: uuid */
              pictureId: string | null;
            };
            privacy: {
              featured: boolean;
              findable: boolean;
              offers: boolean;
              uncontacted: boolean;
            };
            privacyDue: {
              text: string;
              version: number;
            } | null;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'people.change_my_face': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          card?: {
            city?: {
              text: string;
              /**
               * @default groups
               * @enum {string}
               */
              visibility?: 'groups' | 'team';
            } | null;
            industry?: {
              text: string;
              /**
               * @default groups
               * @enum {string}
               */
              visibility?: 'groups' | 'team';
            } | null;
            needs?: {
              text: string;
              /**
               * @default groups
               * @enum {string}
               */
              visibility?: 'groups' | 'team';
            } | null;
            offers?: {
              text: string;
              /**
               * @default groups
               * @enum {string}
               */
              visibility?: 'groups' | 'team';
            } | null;
            profession?: {
              text: string;
              /**
               * @default groups
               * @enum {string}
               */
              visibility?: 'groups' | 'team';
            } | null;
            tags?: {
              items: string[];
              /**
               * @default groups
               * @enum {string}
               */
              visibility?: 'groups' | 'team';
            } | null;
          };
          name?: string;
          /** Format: uuid */
          pictureId?: string | null;
          privacy?: {
            featured?: boolean;
            findable?: boolean;
            offers?: boolean;
            uncontacted?: boolean;
          };
        };
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            card: components['schemas']['Card'];
            identity: {
              carrier: string;
              /** Format: uuid */
              id: string;
              /** @enum {string} */
              kind: 'member' | 'bot' | 'official' | 'tombstone';
              name: string;
              /** Format: uuid */
              pictureId: string | null;
            };
            privacy: {
              featured: boolean;
              findable: boolean;
              offers: boolean;
              uncontacted: boolean;
            };
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'people.acknowledge_notice': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          version: number;
        };
      };
    };
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'people.download_me': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The file */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'people.list_my_devices': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              /** Format: date-time */
              boundAt: string;
              boundHow: string;
              current: boolean;
              /** Format: uuid */
              id: string;
              label: string;
            }[];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'people.sign_out_device': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
        deviceId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'people.erase_me': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          confirm: string;
        };
      };
    };
    responses: {
      /** @description Done */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            receipt: string;
            /** Format: date-time */
            requestedAt: string;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'people.export_me': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The file */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'people.create_move_link': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': Record<string, never>;
      };
    };
    responses: {
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** Format: date-time */
            expiresAt: string;
            url: string;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'people.upload_my_picture': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/octet-stream': string;
      };
    };
    responses: {
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            bytes: number;
            height: number;
            id: string;
            width: number;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'rules.list_my_community_cases': {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
      };
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              appeal: {
                /** Format: date-time */
                at: string;
                /** Format: date-time */
                decidedAt: string | null;
                note: string;
                text: string;
              } | null;
              canAppeal: boolean;
              clientId: string | null;
              /** Format: date-time */
              decidedAt: string | null;
              /** Format: uuid */
              groupId: string;
              /** Format: uuid */
              id: string;
              /** @enum {string} */
              kind: 'held' | 'stopped' | 'said' | 'dry';
              /** Format: uuid */
              messageId: string | null;
              note: string;
              /** Format: date-time */
              openedAt: string;
              picture: {
                height: number;
                /** Format: uuid */
                id: string;
                width: number;
              } | null;
              rule: {
                key: string;
                name: string;
              } | null;
              sanctions: {
                /** Format: date-time */
                decaysAt: string;
                state: string;
                /** @enum {string} */
                step: 'remind' | 'warn' | 'talk' | 'mute' | 'remove' | 'ban';
                text: string;
                /** Format: date-time */
                until: string | null;
              }[];
              /** @enum {string} */
              state: 'waiting' | 'refused' | 'released' | 'upheld' | 'appealed' | 'overturned' | 'confirmed' | 'closed';
              stateText: string;
              text: string | null;
              why: string;
            }[];
            nextCursor: string | null;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'introductions.find_people': {
    parameters: {
      query?: {
        city?: string;
        cursor?: string;
        industry?: string;
        limit?: number;
        q?: string;
      };
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['FoundPerson'][];
            nextCursor: string | null;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'introductions.list_facets': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            cities: string[];
            industries: string[];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'introductions.find_someone': {
    parameters: {
      query: {
        text: string;
      };
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['FittingPerson'][];
            words: string[];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'points.get_own': {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
      };
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            balance: number;
            gifts: {
              afterDays: number;
              leftToday: number;
              most: number;
              on: boolean;
              /** @description From when on I may give; null = now */
              opensAt: string | null;
              perDay: number;
            };
            items: components['schemas']['PointsLine'][];
            nextCursor: string | null;
            rules: {
              key: string;
              label: string;
              perDay: number | null;
              sentence: string;
            }[];
            season: {
              endsOn: string;
              name: string;
            } | null;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'points.get_board': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            hidden: boolean;
            on: boolean;
            own: {
              place: number;
              points: number;
            } | null;
            top: {
              /** Format: uuid */
              identityId: string;
              name: string;
              points: number;
            }[];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'points.hide': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          hidden: boolean;
        };
      };
    };
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'points.give': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          amount: number;
          /** Format: uuid */
          id: string;
          note: string;
          /** Format: uuid */
          toId: string;
        };
      };
    };
    responses: {
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Gift'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'notices.set_quiet': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        communityId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          from: number;
          to: number;
        };
      };
    };
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'people.get_receipt': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        code: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            counts: {
              [key: string]: number;
            };
            /** Format: date-time */
            doneAt: string | null;
            /** Format: date-time */
            requestedAt: string;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'care.get_farewell': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        groupId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            farewell: {
              code: string | null;
              text: string;
            } | null;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'people.get_group_home': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        groupId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            abilities: {
              invite: boolean;
              leave: boolean;
              moderate: boolean;
              post: boolean;
            };
            /** Format: uuid */
            communityId: string;
            group: {
              approval: boolean;
              capacity: number;
              id: string;
              /** @enum {string} */
              lifecycle: 'new' | 'growing' | 'mature' | 'declining' | 'dead' | 'dissolved';
              members: number;
              mutedAll: boolean;
              name: string;
              nameLocked: boolean;
              notice: {
                at: string;
                by: string;
                text: string;
              } | null;
              pictureId: string | null;
              privateAdding: boolean;
              slowModeSeconds: number;
              /** @enum {string} */
              tier: 'funnel' | 'ordinary' | 'paid' | 'holding' | 'campaign' | 'lecture';
            };
            me: {
              /** Format: uuid */
              identityId: string;
              membership: {
                /** Format: uuid */
                groupId: string;
                /** Format: uuid */
                id: string;
                /** Format: uuid */
                identityId: string;
                /** Format: uuid */
                inviterId: string | null;
                /** Format: date-time */
                joinedAt: string;
                /** Format: date-time */
                leftAt: string | null;
                leftHow: string | null;
                /** Format: date-time */
                mutedUntil: string | null;
                /** @enum {string} */
                role: 'member' | 'steward' | 'admin' | 'owner';
                source: string;
              };
              name: string;
              /** Format: uuid */
              pictureId: string | null;
            };
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'messages.list_announcements': {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
      };
      header?: never;
      path: {
        groupId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Message'][];
            nextCursor: string | null;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'desk.list_asks': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        groupId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            asks: {
              messageId: string;
              questionId: string;
            }[];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'desk.say_verdict': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        groupId: string;
        questionId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          verdict: 'helpful' | 'unsolved' | 'aside';
        };
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @enum {string} */
            verdict: 'helpful' | 'unsolved' | 'aside';
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'rules.appeal_case': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        caseId: string;
        groupId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          text: string;
        };
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            appeal: {
              /** Format: date-time */
              at: string;
              /** Format: date-time */
              decidedAt: string | null;
              note: string;
              text: string;
            } | null;
            canAppeal: boolean;
            clientId: string | null;
            /** Format: date-time */
            decidedAt: string | null;
            /** Format: uuid */
            groupId: string;
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: 'held' | 'stopped' | 'said' | 'dry';
            /** Format: uuid */
            messageId: string | null;
            note: string;
            /** Format: date-time */
            openedAt: string;
            picture: {
              height: number;
              /** Format: uuid */
              id: string;
              width: number;
            } | null;
            rule: {
              key: string;
              name: string;
            } | null;
            sanctions: {
              /** Format: date-time */
              decaysAt: string;
              state: string;
              /** @enum {string} */
              step: 'remind' | 'warn' | 'talk' | 'mute' | 'remove' | 'ban';
              text: string;
              /** Format: date-time */
              until: string | null;
            }[];
            /** @enum {string} */
            state: 'waiting' | 'refused' | 'released' | 'upheld' | 'appealed' | 'overturned' | 'confirmed' | 'closed';
            stateText: string;
            text: string | null;
            why: string;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'programs.list_check_ins': {
    parameters: {
      query?: {
        month?: string;
      };
      header?: never;
      path: {
        groupId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              doneToday: number;
              endsOn: string | null;
              makeUp: {
                cardsPerMonth: number;
                days: string[];
                left: number;
                withinDays: number;
              };
              me: {
                days: number;
                hidden: boolean;
                longest: number;
                points: number;
                streak: number;
              };
              month: {
                days: {
                  day: string;
                  /** @enum {string} */
                  how: 'word' | 'button' | 'make_up';
                }[];
                month: string;
              };
              name: string;
              points: number;
              /** Format: uuid */
              programId: string;
              startsOn: string;
              today: {
                at: string | null;
                day: string;
                /** @enum {string|null} */
                how: 'word' | 'button' | 'make_up' | null;
                /** @enum {string} */
                state: 'done' | 'open' | 'early' | 'late' | 'upcoming' | 'paused' | 'ended';
              };
              window: {
                from: string;
                to: string;
              };
              words: string[];
            }[];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'programs.get_check_in': {
    parameters: {
      query?: {
        month?: string;
      };
      header?: never;
      path: {
        groupId: string;
        programId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            doneToday: number;
            endsOn: string | null;
            makeUp: {
              cardsPerMonth: number;
              days: string[];
              left: number;
              withinDays: number;
            };
            me: {
              days: number;
              hidden: boolean;
              longest: number;
              points: number;
              streak: number;
            };
            month: {
              days: {
                day: string;
                /** @enum {string} */
                how: 'word' | 'button' | 'make_up';
              }[];
              month: string;
            };
            name: string;
            points: number;
            /** Format: uuid */
            programId: string;
            startsOn: string;
            today: {
              at: string | null;
              day: string;
              /** @enum {string|null} */
              how: 'word' | 'button' | 'make_up' | null;
              /** @enum {string} */
              state: 'done' | 'open' | 'early' | 'late' | 'upcoming' | 'paused' | 'ended';
            };
            window: {
              from: string;
              to: string;
            };
            words: string[];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'programs.check_in': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        groupId: string;
        programId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': Record<string, never>;
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            checkIn: {
              doneToday: number;
              endsOn: string | null;
              makeUp: {
                cardsPerMonth: number;
                days: string[];
                left: number;
                withinDays: number;
              };
              me: {
                days: number;
                hidden: boolean;
                longest: number;
                points: number;
                streak: number;
              };
              month: {
                days: {
                  day: string;
                  /** @enum {string} */
                  how: 'word' | 'button' | 'make_up';
                }[];
                month: string;
              };
              name: string;
              points: number;
              /** Format: uuid */
              programId: string;
              startsOn: string;
              today: {
                at: string | null;
                day: string;
                /** @enum {string|null} */
                how: 'word' | 'button' | 'make_up' | null;
                /** @enum {string} */
                state: 'done' | 'open' | 'early' | 'late' | 'upcoming' | 'paused' | 'ended';
              };
              window: {
                from: string;
                to: string;
              };
              words: string[];
            };
            fresh: boolean;
            points: number;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'programs.read_group_board': {
    parameters: {
      query?: {
        limit?: number;
        scope?: 'week' | 'all';
      };
      header?: never;
      path: {
        groupId: string;
        programId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              days: number;
              doneToday: boolean;
              hidden: boolean;
              /** Format: uuid */
              identityId: string;
              lastDay: string | null;
              longest: number;
              name: string;
              /** Format: uuid */
              pictureId: string | null;
              rank: number;
              streak: number;
            }[];
            me: {
              days: number;
              doneToday: boolean;
              hidden: boolean;
              /** Format: uuid */
              identityId: string;
              lastDay: string | null;
              longest: number;
              name: string;
              /** Format: uuid */
              pictureId: string | null;
              rank: number;
              streak: number;
            };
            total: number;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'programs.use_make_up_card': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        groupId: string;
        programId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: date */
          day: string;
        };
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            checkIn: {
              doneToday: number;
              endsOn: string | null;
              makeUp: {
                cardsPerMonth: number;
                days: string[];
                left: number;
                withinDays: number;
              };
              me: {
                days: number;
                hidden: boolean;
                longest: number;
                points: number;
                streak: number;
              };
              month: {
                days: {
                  day: string;
                  /** @enum {string} */
                  how: 'word' | 'button' | 'make_up';
                }[];
                month: string;
              };
              name: string;
              points: number;
              /** Format: uuid */
              programId: string;
              startsOn: string;
              today: {
                at: string | null;
                day: string;
                /** @enum {string|null} */
                how: 'word' | 'button' | 'make_up' | null;
                /** @enum {string} */
                state: 'done' | 'open' | 'early' | 'late' | 'upcoming' | 'paused' | 'ended';
              };
              window: {
                from: string;
                to: string;
              };
              words: string[];
            };
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'programs.set_board_visibility': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        groupId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          hidden: boolean;
        };
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            hidden: boolean;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'people.invite_to_group': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        groupId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': Record<string, never>;
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            code: string;
            url: string;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'people.leave_group': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        groupId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': Record<string, never>;
      };
    };
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'people.list_group_mates': {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
        q?: string;
      };
      header?: never;
      path: {
        groupId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              /** Format: uuid */
              identityId: string;
              /** Format: date-time */
              joinedAt: string;
              /** @enum {string} */
              kind: 'member' | 'bot' | 'official' | 'tombstone';
              name: string;
              /** Format: uuid */
              pictureId: string | null;
              /** @enum {string} */
              role: 'member' | 'steward' | 'admin' | 'owner';
            }[];
            nextCursor: string | null;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'people.get_group_mate': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        groupId: string;
        identityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            card: components['schemas']['Card'];
            /** Format: uuid */
            identityId: string;
            /** Format: date-time */
            joinedAt: string;
            /** @enum {string} */
            kind: 'member' | 'bot' | 'official' | 'tombstone';
            name: string;
            /** Format: uuid */
            pictureId: string | null;
            /** @enum {string} */
            role: 'member' | 'steward' | 'admin' | 'owner';
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'points.list_at_messages': {
    parameters: {
      query: {
        messages: string;
      };
      header?: never;
      path: {
        groupId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              isMine: boolean;
              /** Format: uuid */
              messageId: string;
              points: number;
            }[];
            on: boolean;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'messages.read_talk': {
    parameters: {
      query?: {
        after?: number | null;
        around?: string;
        before?: string;
        day?: string;
        following?: string;
        limit?: number;
      };
      header?: never;
      path: {
        groupId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            hasMore: boolean;
            items: components['schemas']['Message'][];
            lastSeq: number;
            newerCursor: string | null;
            olderCursor: string | null;
            readSeq: number;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'carriers.post_message': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        groupId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          clientId: string;
          /**
           * @default text
           * @enum {string}
           */
          kind?: 'text' | 'image';
          /** @default [] */
          mentions?: (string | 'all')[];
          /** Format: uuid */
          pictureId?: string | null;
          /** Format: uuid */
          replyTo?: string | null;
          /** @default  */
          text?: string;
        };
      };
    };
    responses: {
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            duplicate: boolean;
            message: components['schemas']['Message'];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'points.give_at_message': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        groupId: string;
        messageId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          amount: number;
          /** Format: uuid */
          id: string;
          note: string;
        };
      };
    };
    responses: {
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Gift'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'messages.pin_as_steward': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        groupId: string;
        messageId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            message: components['schemas']['Message'];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'messages.unpin_as_steward': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        groupId: string;
        messageId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            message: components['schemas']['Message'];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'messages.add_reaction': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        groupId: string;
        key: 'like' | 'learned' | 'agree' | 'laugh' | 'hug' | 'thanks';
        messageId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            message: components['schemas']['Message'];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'messages.remove_reaction': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        groupId: string;
        key: 'like' | 'learned' | 'agree' | 'laugh' | 'hug' | 'thanks';
        messageId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            message: components['schemas']['Message'];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'messages.recall_own': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        groupId: string;
        messageId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': Record<string, never>;
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            message: components['schemas']['Message'];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'rules.report_message': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        groupId: string;
        messageId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          reason: 'rule' | 'advert' | 'insult' | 'fraud' | 'unsafe' | 'other';
          /** @default null */
          rule?: string | null;
          /** @default null */
          words?: string | null;
        };
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            report: {
              author: string;
              /** Format: uuid */
              groupId: string;
              /** Format: uuid */
              id: string;
              /** Format: uuid */
              messageId: string;
              /** @enum {string} */
              outcome: 'waiting' | 'true' | 'false';
              outcomeText: string;
              points: number;
              /** @enum {string} */
              reason: 'rule' | 'advert' | 'insult' | 'fraud' | 'unsafe' | 'other';
              /** Format: date-time */
              reportedAt: string;
              ruleName: string | null;
              words: string | null;
            } | null;
            text: string;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'rules.list_my_cases': {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
      };
      header?: never;
      path: {
        groupId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              appeal: {
                /** Format: date-time */
                at: string;
                /** Format: date-time */
                decidedAt: string | null;
                note: string;
                text: string;
              } | null;
              canAppeal: boolean;
              clientId: string | null;
              /** Format: date-time */
              decidedAt: string | null;
              /** Format: uuid */
              groupId: string;
              /** Format: uuid */
              id: string;
              /** @enum {string} */
              kind: 'held' | 'stopped' | 'said' | 'dry';
              /** Format: uuid */
              messageId: string | null;
              note: string;
              /** Format: date-time */
              openedAt: string;
              picture: {
                height: number;
                /** Format: uuid */
                id: string;
                width: number;
              } | null;
              rule: {
                key: string;
                name: string;
              } | null;
              sanctions: {
                /** Format: date-time */
                decaysAt: string;
                state: string;
                /** @enum {string} */
                step: 'remind' | 'warn' | 'talk' | 'mute' | 'remove' | 'ban';
                text: string;
                /** Format: date-time */
                until: string | null;
              }[];
              /** @enum {string} */
              state: 'waiting' | 'refused' | 'released' | 'upheld' | 'appealed' | 'overturned' | 'confirmed' | 'closed';
              stateText: string;
              text: string | null;
              why: string;
            }[];
            nextCursor: string | null;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'rules.list_my_reports': {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
      };
      header?: never;
      path: {
        groupId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              author: string;
              /** Format: uuid */
              groupId: string;
              /** Format: uuid */
              id: string;
              /** Format: uuid */
              messageId: string;
              /** @enum {string} */
              outcome: 'waiting' | 'true' | 'false';
              outcomeText: string;
              points: number;
              /** @enum {string} */
              reason: 'rule' | 'advert' | 'insult' | 'fraud' | 'unsafe' | 'other';
              /** Format: date-time */
              reportedAt: string;
              ruleName: string | null;
              words: string | null;
            }[];
            nextCursor: string | null;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'carriers.list_notes': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        groupId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            from: string;
            items: {
              at: string;
              /** Format: uuid */
              id: string;
              seenAt: string | null;
              text: string;
            }[];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'carriers.see_notes': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        groupId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': Record<string, never>;
      };
    };
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'notices.get_wish': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        groupId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @enum {string} */
            level: 'all' | 'calls' | 'none';
            quiet: {
              from: number;
              to: number;
            };
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'notices.set_wish': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        groupId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          level: 'all' | 'calls' | 'none';
        };
      };
    };
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'carriers.upload_picture': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        groupId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/octet-stream': string;
      };
    };
    responses: {
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            bytes: number;
            height: number;
            id: string;
            width: number;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'messages.list_pins': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        groupId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Message'][];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'messages.mark_read': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        groupId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          seq: number;
        };
      };
    };
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'care.get_my_round': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        groupId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            round: {
              /** Format: date-time */
              answeredAt: string | null;
              /** Format: date-time */
              endsAt: string;
              format: string;
            } | null;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'care.say_here': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        groupId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            round: {
              /** Format: date-time */
              answeredAt: string | null;
              /** Format: date-time */
              endsAt: string;
              format: string;
            };
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'rules.read_rules': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        groupId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            acknowledged: number | null;
            /** Format: date-time */
            acknowledgedAt: string | null;
            items: {
              /** @default  */
              consequence: string;
              key: string;
              name: string;
              /** @default  */
              reason: string;
              /** @default  */
              reward: string;
              /** @default  */
              unwelcome: string;
              /** @default  */
              welcome: string;
            }[];
            mustAcknowledge: boolean;
            /** Format: date-time */
            publishedAt: string | null;
            tone: string;
            version: number;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'rules.acknowledge_rules': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        groupId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          version: number;
        };
      };
    };
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'messages.search_group': {
    parameters: {
      query?: {
        author?: string;
        cursor?: string;
        from?: string;
        kind?: 'text' | 'image' | 'announcement' | 'system';
        limit?: number;
        q?: string;
        to?: string;
      };
      header?: never;
      path: {
        groupId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Message'][];
            nextCursor: string | null;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'care.get_my_seed': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        groupId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            seed: {
              note: string;
              said: {
                /** Format: date-time */
                at: string;
                excerpt: string;
                /** Format: uuid */
                id: string;
              }[];
              /** @enum {string} */
              state: 'asked' | 'active';
              topics: {
                /** Format: date-time */
                dueAt: string;
                hint: string;
                /** Format: uuid */
                id: string;
                note: string;
                reactions: number | null;
                repliers: number | null;
                replies: number | null;
                /** Format: date-time */
                settledAt: string | null;
                /** @enum {string} */
                state: 'open' | 'done' | 'skipped' | 'taken_back';
                text: string;
              }[];
            } | null;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'care.accept_seed': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        groupId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': Record<string, never>;
      };
    };
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'care.decline_seed': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        groupId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': Record<string, never>;
      };
    };
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'care.leave_seed': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        groupId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': Record<string, never>;
      };
    };
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'care.settle_my_topic': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        groupId: string;
        topicId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          how: 'done' | 'skipped';
          /**
           * Format: uuid
           * @default null
           */
          messageId?: string | null;
          /** @default  */
          note?: string;
        };
      };
    };
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'care.list_seeds_here': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        groupId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            identityIds: string[];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'desk.list_stewards': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        groupId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            cards: {
              asks: string;
              hours: string;
              name: string;
            }[];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'messages.count_unread': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        groupId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            mentioned: boolean;
            unread: number;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'people.get_me': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            communities: {
              applications: {
                /** Format: uuid */
                groupId: string;
                groupName: string;
                reason: string | null;
                /** @enum {string} */
                state: 'waiting' | 'declined';
              }[];
              former: {
                /** Format: uuid */
                id: string;
                /** Format: date-time */
                leftAt: string;
                leftHow: string;
                name: string;
              }[];
              groups: {
                /** Format: uuid */
                id: string;
                /** Format: date-time */
                joinedAt: string;
                members: number;
                /** Format: date-time */
                mutedUntil: string | null;
                name: string;
                /** Format: uuid */
                pictureId: string | null;
                /** @enum {string} */
                role: 'member' | 'steward' | 'admin' | 'owner';
                tier: string;
              }[];
              /** Format: uuid */
              id: string;
              identity: {
                carrier: string;
                /** Format: uuid */
                id: string;
                /** @enum {string} */
                kind: 'member' | 'bot' | 'official' | 'tombstone';
                name: string;
                /** Format: uuid */
                pictureId: string | null;
              };
              name: string;
              privacyDue: {
                text: string;
                version: number;
              } | null;
            }[];
            /** Format: uuid */
            deviceId: string;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'people.use_move_link': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        code: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @default false */
          replace?: boolean;
        };
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** Format: uuid */
            communityId: string;
            /** Format: uuid */
            identityId: string;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'notices.get_push': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            publicKey: string;
            subscribed: boolean;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'notices.subscribe': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          auth: string;
          /** Format: uri */
          endpoint: string;
          p256dh: string;
        };
      };
    };
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'notices.unsubscribe': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'auth.get_password_link': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        token: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            email: string;
            name: string;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'auth.use_password_link': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path: {
        token: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          password: string;
        };
      };
    };
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'auth.get_password_mail': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            possible: boolean;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'auth.request_password_mail': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          email: string;
        };
      };
    };
    responses: {
      /** @description Done */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'communities.list_playbooks': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              description: string;
              /** @description Whether there is a full playbook today; others are only described. */
              full: boolean;
              /** @enum {string} */
              id: 'study-checkin' | 'parents' | 'flash-sale' | 'company' | 'fans' | 'trade' | 'local' | 'interest';
              /** @enum {string} */
              lifespan: 'long' | 'short';
              name: string;
              watch: string;
            }[];
            nextCursor: null;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'communities.diff_playbooks': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          after: string;
          before: string;
        };
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              after?: string | number | boolean | null;
              before?: string | number | boolean | null;
              /** @enum {string} */
              change: 'added' | 'removed' | 'changed';
              path: string;
            }[];
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'communities.get_playbook': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        playbookId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            description: string;
            file: string | null;
            /** @description Whether there is a full playbook today; others are only described. */
            full: boolean;
            /** @enum {string} */
            id: 'study-checkin' | 'parents' | 'flash-sale' | 'company' | 'fans' | 'trade' | 'local' | 'interest';
            /** @enum {string} */
            lifespan: 'long' | 'short';
            name: string;
            parameters: {
              default: string | number;
              kind: string;
              name: string;
              title: string;
            }[];
            sections: {
              /** @enum {string} */
              name:
                | 'purpose'
                | 'groups'
                | 'rules'
                | 'promotions'
                | 'scripts'
                | 'levels'
                | 'programs'
                | 'program'
                | 'calendar'
                | 'welcome'
                | 'gates'
                | 'metrics';
              note: string | null;
              playable: boolean;
              title: string;
            }[];
            watch: string;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'sample.get_sample': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            communityId: string | null;
            days: number;
            /** @description Days of the history that are in. */
            done: number;
            /** @enum {string} */
            state: 'none' | 'waiting' | 'loading' | 'ready' | 'failed';
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'sample.load_sample': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            communityId: string | null;
            days: number;
            /** @description Days of the history that are in. */
            done: number;
            /** @enum {string} */
            state: 'none' | 'waiting' | 'loading' | 'ready' | 'failed';
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'sample.remove_sample': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            communityId: string | null;
            days: number;
            /** @description Days of the history that are in. */
            done: number;
            /** @description Rows that were deleted. */
            removed: number;
            /** @enum {string} */
            state: 'none' | 'waiting' | 'loading' | 'ready' | 'failed';
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'auth.get_setup': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            open: boolean;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'auth.set_up': {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          email: string;
          name: string;
          password: string;
          token: string;
        };
      };
    };
    responses: {
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            userId: string;
          };
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
}
