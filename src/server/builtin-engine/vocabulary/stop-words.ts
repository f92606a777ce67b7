/** Words that carry grammar, politeness or time, not a topic. */
export const STOP_WORDS = new Set(
  `a an the this that these those there here and or but if then so as of to in on at by for from with without into
  about around after before over under up out off again once just only also too very really quite still yet
  i me my mine myself we us our ours you your yours he him his she her it its they them their
  am is are was were be been being do does did doing done have has had having can could will would shall should may
  might must ought not no nor don didn doesn isn aren wasn won wouldn couldn cant dont im ive id ill
  what which who whom whose when where why how any some all each every both few more most other such own same than
  please thanks thank hi hello hey ok okay well yeah yes oh hmm um plz pls let lets get got getting go going gonna
  want wants wanted need needs needed like would wish wanna love help like know tell say says said ask asks asked
  asking see try trying able possible way thing things something anything everything everyone one two
  today tomorrow yesterday tonight now soon later week month year day morning afternoon evening next last ago pm o
  monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
  october november december s t re ve ll d m use using used make made give given take does
  der die das den dem des ein eine einen einem einer eines und oder aber wenn dann so als von zu in an auf bei für
  mit ohne aus nach vor über unter ich mich mir mein meine meinen meinem meiner wir uns unser unsere du dich dir dein
  deine sie ihr ihre ihren ihrem euch euer er es ihm ihn bin ist sind war waren sein habe hat haben hatte hatten kann
  kannst können könnt könnte könnten konnte will willst wollen wollte möchte möchten würde würden werden wird wurde
  soll sollte muss müssen darf dürfen nicht kein keine keinen was wer wen wem wo wann warum wie welche welcher welches
  bitte danke hallo hi ja nein doch mal gern gerne noch schon nur auch sehr hier da etwas heute morgen gestern jetzt
  bald brauche brauchen braucht gibt geben gib man sich im am zum zur vom beim ins dass ob denn diese dieser dieses
  في من على إلى الى عن مع هذا هذه ذلك تلك التي الذي أن ان إن هل ما ماذا متى أين اين كيف كم لماذا من أنا انا نحن أنت انت
  هو هي هم لي لك لنا لكم أريد اريد أود اود أرغب ارغب بدي عايز يمكن يمكنني ممكن أستطيع استطيع أحتاج احتاج من فضلك لو
  سمحت رجاء شكرا مرحبا نعم لا ليس غير كان كانت يكون قد أو او و ثم لكن بعد قبل عند عندما إذا اذا اليوم غدا الآن كل بعض
  شيء هناك هنا`
    .split(/\s+/)
    .filter((word) => word !== ''),
);
