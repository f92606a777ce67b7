import type { ClaimWords } from './claim-words.ts';

export const ENGLISH: ClaimWords = {
  language: 'en',
  honest: { done: 'I haven’t done that yet.', checked: 'I haven’t checked that yet.' },
  hasSimplePast: true,
  hasFragments: true,
  participle: '..(?:ed|[ai]tet)$',
  reach: 3,
  i: 'i ive im',
  we: 'we weve',
  you: 'you youre youve',
  yours: 'your yours it this these those everything all both they them its thats here',
  the: 'the',
  ours: 'our',
  some: 'a an some new more many several another',
  has: 'has have had ve ive weve youve having',
  is: 'is are am s re m im youre its thats being be get gets getting',
  was: 'was were been it_got',
  bare: 'have be get being',
  may: 'can could may might must should would shall cannot cant couldn wouldn shouldn d want wants like to_get to_have let_s let_us let_me let happy_to glad_to need needs',
  not: 'not no never neither nor without don haven hasn isn wasn aren weren didn won doesn hadn unable nobody t failed unfortunately nothing none',
  nothing: 'nothing none neither',
  if: `sorry_to_hear m_glad_to_hear am_glad_to_hear m_happy_to_hear sorry_that sorry_your sorry_the if when whenever once unless until till before after while whether which who whose as_soon_as as_long_as in_case provided
    how where why what said says mentioned you_wrote told assume assuming suppose ensure make_sure make_certain check_that see_if
    according_to example imagine should_you means mean meaning`,
  relative: 'that',
  and: 'and or',
  that: 'that',
  but: 'but so because however',
  habit: `within_the_hour within_an_hour within_minutes within_the_next within_a_few_minutes within usually normally always typically generally every each automatically default per often sometimes only ago since
    last never mostly directly_from in_general regularly daily weekly`,
  between: `got also now already just all officially fully hereby successfully then both finally indeed really actually gone ahead
    went completely safely manually personally kindly quickly immediately even still again happily going in_full`,
  thing: `cancellation seats charge callback file contract points workshop spot password order orders booking bookings appointment appointments reservation reservations meeting refund payment request requests
    ticket email e-mail mail e message invitation invite subscription account address date slot table room call callback return change changes
    form details transfer delivery parcel parcels package shipment cancellation update confirmation demo session seat spot issue
    problem case complaint membership plan registration application claim information data note feedback reminder item items
    order_number consultation class flight hotel visit tour document file link report money amount discount voucher coupon code
    phone number name status agent colleague team human person manager someone specialist representative technician label size
    jacket item changes inbox balance points fee enrolment enrollment signup upgrade purchase transaction bug error replacement gift_card`,
  opener: `consider great good perfect sure okay ok yes thanks thank alright right absolutely certainly of course wonderful excellent yep
    yeah awesome no fantastic lovely super hooray congratulations hi hello dear nice brilliant cool gladly news there well oh so consider my see mission job first second third next since`,
  follows: `for on at to in by with and as from under through via per until it that this your you my the exactly now already successfully
    today tomorrow tonight anything is too here next`,
  asks: `do does did is are was were has have had can could may might must should would shall will am who what when where which why how
    whose`,
  did: 'had_the had_our had_them had_my did managed_to manage_to was_able_to liberty_of succeeded_in finished finish',
  idle: `available stock sold be back open fully_booked booked_up booked_out looked seen needed wanted tried hoped liked noticed assumed wondered missed mentioned explained understood suggested recommended listed
    described offered learned learnt failed struggled believed guessed expected apologized apologised promised loved enjoyed preferred
    seed indeed need feed speed hundred bed red limited delayed supposed tired interested excited pleased delighted trained allowed
    required included designed based opened located affected produced named asked watched`,
  will: 'will ll going gonna ill',
  now: `now right_away immediately straight_away at_once instantly asap right_now this_moment this_second as_we_speak straightaway
    momentarily promptly`,
  common: `of for on at to in by with from or not there their his her my me us out up about than then most some any only other
    how than takes take please`,
  past: 'seconds_ago moments_ago an_hour_ago hours_ago a_moment_ago a_minute_ago minutes_ago a_second_ago yesterday ago earlier',
  soon: 'shortly soon in_a_few_minutes in_the_next in_a_moment in_a_minute any_minute any_moment momentarily tomorrow tonight today within_the_hour within_an_hour within_minutes within_the_next within_a_few_minutes later_today in_a_bit',
  evidence:
    'confirmation email mail e-mail e message link receipt invoice text sms call callback replacement invitation voucher code label update',
  people:
    'technician mechanic desk department warehouse colleague colleagues someone somebody team agent manager technician advisor adviser specialist representative engineer engineers support expert person staff courier carrier',
  invites: 'form fill submit submitting submitted filled click leave',
  place: 'seats seat spot place slot table room ticket',
  topics: {
    any: {
      stands: 'in_progress under_way underway in_the_works',
      done: `done completed complete finalized finalised sorted processed finished executed settled resolved arranged fixed initiated
        performed fulfilled carried_out accomplished actioned successful solved taken_care_of seen_to dealt_with gone_ahead_with sorted_out set_up gone_through went_through`,
      ownDone: 'handled made managed initiated applied adjusted granted prepared',
      said: `change_is_made changes_are_made cancellation_is_in request_is_in claim_is_in everything_is_set all_is_set i_am_done i_m_done now_has_your now_have_your all_set all_done all_sorted good_to_go consider_it ready_to_go job_done mission_accomplished you_re_set it_is_all_yours
        everything_is_ready everything_s_ready did_it did_that did_so did_everything all_taken`,
      doing: 'processing completing finalizing handling sorting arranging taking_care',
      promise: 'process complete handle do take_care',
    },
    book: {
      stands: 'safe secure guaranteed yours',
      done: 'booked reserved scheduled rebooked rescheduled prebooked blocked_off penciled_in pencilled_in locked_in secured',
      ownDone: 'moved held put_you_down got_you_down slotted squeezed saved_you fitted blocked',
      said: 'i_got_you got_you_a we_have_your_booking we_have_your_reservation your_reservation_number_is your_booking_number_is your_confirmation_number_is stands_for you_down_for you_down_on put_you_down in_the_calendar in_the_diary on_the_calendar got_you_in on_the_schedule you_have_an_appointment you_have_a_reservation you_now_have your_new_appointment_is your_new_date_is your_new_booking_is see_you_on see_you_at see_you_tomorrow see_you_monday see_you_tuesday see_you_wednesday see_you_thursday see_you_friday see_you_saturday see_you_sunday',
      doing: 'booking reserving scheduling rescheduling',
      promise: 'book reserve schedule reschedule',
      names:
        'event class course workshop webinar seat table book reserv schedul appointment meeting slot calendar consult reschedul demo',
    },
    order: {
      done: 'ordered purchased placed bought reordered added_to_your_cart added_to_the_cart',
      doing: 'ordering purchasing placing',
      promise: 'order purchase place',
      names: 'order purchas buy cart checkout',
    },
    cancel: {
      done: 'cancelled canceled terminated revoked called_off stopped paused suspended withdrawn voided unsubscribed aborted ended discontinued opted_out',
      doing: 'cancelling canceling terminating unsubscribing stopping',
      promise: 'cancel terminate unsubscribe stop',
      names: 'cancel cancell terminat unsubscri stop revok withdraw',
    },
    refund: {
      said: 'took_10 off_your_bill off_your_order',
      done: 'reversed reverted undone refunded reimbursed credited returned issued compensated paid_back given_back waived',
      doing: 'refunding reimbursing crediting issuing',
      promise: 'refund reimburse credit issue',
      names: 'refund reimburs money_back credit return compensat',
    },
    pay: {
      done: 'paid charged debited billed invoiced transferred wired deducted received',
      doing: 'charging paying transferring',
      promise: 'charge pay transfer',
      names: 'pay charg bill invoic transfer checkout',
    },
    change: {
      done: `changed updated modified corrected amended edited adjusted switched upgraded downgraded swapped extended renewed reset
        exchanged rerouted redirected unlocked postponed brought_forward rectified`,
      ownDone: 'replaced moved set put turned converted fixed applied',
      doing:
        'changing updating modifying correcting editing switching upgrading resetting rescheduling moving',
      promise: 'change update modify correct edit switch upgrade reset',
      names:
        'chang updat modif correct edit switch upgrad reset exchang swap adjust reschedul extend renew set_ address',
    },
    create: {
      stands: 'open live',
      done: 'created generated opened_for_you raised filed lodged logged added entered drafted',
      ownDone: 'opened made written added put_together started',
      doing: 'creating opening filing generating adding logging',
      promise: 'create open file generate add log',
      names: 'creat open generat add new_ ticket case fil log',
    },
    send: {
      comes: 'e-mail receive get find hear_back',
      done: 'sent emailed e-mailed mailed texted dispatched_to_your submitted resent messaged transmitted delivered_to_your posted',
      ownDone: 'written wrote replied shared dropped',
      said: 'in_your_inbox is_in_your_inbox',
      doing: 'sending emailing mailing submitting resending texting',
      promise: 'send email mail submit resend text',
      names: 'send sent email e-mail mail submit messag sms contact notif',
    },
    forward: {
      stands: 'with_our in_the_hands',
      comes:
        'come_by stop_by call ring phone contact get_back reach_out get_in_touch reply_to follow_up be_in_touch write_to email message visit',
      done: `forwarded notified reached escalated informed alerted handed_over passed_on passed_along passed_to assigned contacted relayed
        referred routed transferred_to reported flagged briefed looped_in handed_off connected_to brought_in transferred_you
        sent_to_our sent_to_the put_through`,
      ownDone:
        'passed given gave handed told asked connected let_the let_our let_my called spoken spoke talked messaged reached_out requested paged pinged cc',
      said: 'i_told_the i_told_our i_ve_told_the knows_about_your know_about_your is_on_it are_on_it are_on_the_case is_on_the_case you_are_now_connected you_re_now_connected',
      doing: `forwarding notifying escalating informing passing handing transferring connecting alerting contacting putting_you_through`,
      promise:
        'forward notify escalate inform pass hand transfer connect alert contact put_you_through let_the let_our let_them tell relay',
      names:
        'forward notif escalat inform hand pass transfer human person colleague agent team support contact report ticket message callback call',
    },
    save: {
      done: 'saved recorded noted registered_in written_down jotted_down logged received kept_on_file captured documented archived taken_down',
      ownDone: 'stored taken put_down made_a_note filed jotted marked kept',
      said: 'made_a_note is_on_hold',
      doing: 'saving recording noting storing',
      promise: 'hold save record note store',
      names: 'sav record not stor regist lead form detail contact collect',
    },
    confirm: {
      done: 'confirmed approved accepted verified authorized authorised validated guaranteed',
      doing: 'confirming approving',
      promise: 'confirm approve',
      names: 'confirm approv accept verif book',
    },
    register: {
      done: 'registered signed_up enrolled enroled subscribed signed_you_up added_to_the added_to_our waitlisted enlisted checked_in',
      ownDone: 'signed',
      said: 'on_the_list on_the_waiting_list on_the_waitlist on_our_list',
      doing: 'registering enrolling subscribing signing',
      promise: 'register enroll enrol subscribe sign',
      names: 'regist sign enrol subscri join newsletter member waitlist',
    },
    remove: {
      done: 'deleted removed erased closed_your deactivated disabled purged wiped blocked frozen unlinked',
      ownDone: 'closed cleared taken_off taken_out',
      doing: 'deleting removing closing deactivating',
      promise: 'delete remove close deactivate',
      names: 'delet remov eras clos deactivat disabl block',
    },
    activate: {
      done: 'activated enabled unlocked reactivated restored unblocked turned_on switched_on applied_to redeemed reinstated linked',
      ownDone: 'topped applied redeemed granted',
      doing: 'activating enabling unlocking restoring',
      promise: 'activate enable unlock restore',
      names: 'activat enabl unlock reactivat restor coupon voucher discount redeem apply',
    },
    ship: {
      comes: 'ship arrive go_out leave be_shipped be_sent be_with reach come',
      done: 'shipped dispatched delivered arrived left_our left_the packed_and despatched reshipped handed_to_the_carrier picked_up',
      said: 'is_on_its_way is_on_the_way out_for_delivery in_transit s_on_its_way are_on_their_way now_on_its_way already_on_its_way',
      names: 'ship deliver track parcel order status',
    },
    check: {
      ownDone:
        'checked found located looked_into looked_at_your verified reviewed confirmed_with searched investigated pulled_up looked_up double-checked examined retrieved',
      names: 'check find look search status track where show see read get view',
    },
  },
};
