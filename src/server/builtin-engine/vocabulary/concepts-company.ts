import type { Concept } from './concept.ts';

/** A company and what it offers. */
export const COMPANY_CONCEPTS: Concept[] = [
  {
    id: 'human',
    en: 'human person agent representative rep operator talk_to_someone talk_to_somebody talk_with_someone speak_to_someone speak_to_somebody speak_with_someone chat_to_someone chat_with_someone reach_someone contact_someone someone_call someone_real staff manager team colleague employee advisor adviser supervisor people handoff real_person live_agent put_me_through not_a_bot instead_of_a_bot consultant',
    de: 'mensch menschen mitarbeiter person jemand jemanden ansprechpartner berater kollege team chef betreuer sachbearbeiter echter_mensch kundenservice',
    ar: 'إنسان انسان شخص موظف موظفين ممثل أحد مدير فريق بشري',
  },
  {
    id: 'bot',
    en: 'bot robot chatbot machine ai auto_reply assistant',
    de: 'bot roboter chatbot maschine ki',
    ar: 'روبوت بوت آلة',
  },
  {
    id: 'quote',
    en: 'quote quotation estimate proposal bid pricing price prices cost rates budget offer',
    de: 'angebot kostenvoranschlag preis preise kosten preisliste schätzung offerte',
    ar: 'عرض_سعر عرض_أسعار سعر أسعار تكلفة تسعير تقدير',
  },
  {
    id: 'hire',
    en: 'hire interested engage work_with commission sales onboard buy_your services',
    de: 'beauftragen interesse interessiert zusammenarbeiten vertrieb engagieren dienstleistungen',
    ar: 'توظيف مهتم مهتمة التعاون خدمات مبيعات',
  },
  {
    id: 'portfolio',
    en: 'portfolio examples example samples sample case_study case_studies showcase previous_work past_work projects references your_work clients',
    de: 'portfolio beispiele beispiel referenzen arbeiten projekte muster fallstudien',
    ar: 'أعمال أعمالكم نماذج أمثلة مشاريع معرض',
  },
  {
    id: 'review',
    en: 'review reviews rating ratings rated testimonial testimonials stars opinion opinions feedback reputation people_say people_think',
    de: 'bewertung bewertungen rezension rezensionen meinungen sterne erfahrungen',
    ar: 'تقييم تقييمات مراجعة مراجعات آراء',
  },
  {
    id: 'plan',
    en: 'plan plans subscription tier package membership',
    de: 'tarif abo abonnement plan pakete paket mitgliedschaft',
    ar: 'خطة خطط اشتراك باقة باقات',
  },
  {
    id: 'trial',
    en: 'trial demo try free_trial test_account demonstration walkthrough',
    de: 'probe testen demo testphase ausprobieren testversion probezeit vorführung',
    ar: 'تجربة تجريبي تجريبية عرض_توضيحي',
  },
  {
    id: 'discount',
    en: 'discount coupon promo sale deal voucher promotion offer code',
    de: 'rabatt gutschein aktion angebot rabattcode ermäßigung gutscheincode',
    ar: 'خصم كوبون تخفيض عرض عروض',
  },
  {
    id: 'hours',
    en: 'hours opening open closed close opening_hours weekend',
    de: 'öffnungszeiten geöffnet offen geschlossen',
    ar: 'ساعات_العمل مفتوح مغلق دوام',
  },
  {
    id: 'location',
    en: 'location located address directions store branch near nearby map office parking where_are_you',
    de: 'standort adresse anfahrt filiale karte büro parkplatz parken',
    ar: 'موقع مكان عنوان فرع خريطة مكتب',
  },
  {
    id: 'job',
    en: 'job jobs career careers vacancy vacancies position hiring recruit internship',
    de: 'job stelle stellen karriere bewerbung praktikum',
    ar: 'وظيفة وظائف عمل توظيف',
  },
  {
    id: 'documents',
    en: 'brochure catalog catalogue pdf guide document documentation manual form datasheet docs',
    de: 'broschüre katalog pdf anleitung dokument dokumentation handbuch formular unterlagen',
    ar: 'كتيب كتالوج دليل مستند وثائق نموذج',
  },
  {
    id: 'website',
    en: 'website site webpage web page landing_page rebrand branding design seo ads',
    de: 'website webseite seite internetauftritt design werbung',
    ar: 'موقع_إلكتروني صفحة تصميم إعلانات',
  },
  {
    id: 'security',
    en: 'security privacy secure gdpr safe data_protection encryption compliance',
    de: 'sicherheit datenschutz sicher dsgvo verschlüsselung',
    ar: 'أمان خصوصية حماية آمن',
  },
  {
    id: 'integration',
    en: 'integration integrate api webhook connect sync plugin',
    de: 'integration schnittstelle anbinden api verbinden',
    ar: 'تكامل ربط واجهة',
  },
];
