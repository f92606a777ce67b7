import type { ClaimWords } from './claim-words.ts';

/** The verb comes last and says it all, the "not" included. */
export const TURKISH: ClaimWords = {
  language: 'tr',
  honest: { done: 'Bunu henüz yapmadım.', checked: 'Bunu henüz kontrol etmedim.' },
  hasFragments: true,
  ownPast: '..(?<!m[aeıiuü])[dt][ıiuü][mk]$',
  idle: 'olacak açılacak anladım anladık sevindim sevindik kadın artık',
  i: 'ben',
  we: 'biz',
  yours:
    'sizin senin siparişiniz randevunuz rezervasyonunuz iadeniz talebiniz aboneliğiniz adresiniz bu bunu her_şey hesabınız',
  may: 'istiyorum isterseniz gerekiyor lazım',
  not: 'değil maalesef',
  if: 'eğer sonra önce kadar zaman hangi nasıl neden kim nerede ne mi mı mu mü göre örneğin ise',
  but: 'ama fakat çünkü',
  opener: 'harika tamam tabii elbette mükemmel evet teşekkürler merhaba peki güzel iyi haber',
  asks: 'ne nasıl neden kim nerede hangi',
  common:
    'sizi saat ve bir bu için ile de da çok daha olarak gibi kadar sonra en ne var yok ya size sizin bizim her veya ürün gün',
  past: 'dün',
  soon: 'birazdan kısa_süre kısa dakika yarın bugün hemen',
  evidence: 'onay e-posta e posta mesaj bağlantı fatura yedek değişim davet kod teyit',
  people:
    'kuryemiz kurye temsilcimiz temsilcilerimiz uzmanımız arkadaşlarımız ekibimiz temsilcimiz arkadaşımız teknisyenimiz biri danışmanımız uzmanımız yetkilimiz temsilci',
  invites: 'formu form doldurun doldurursanız tıklayın bırakın',
  passive: '..(?:[ıiuü]?[ln])d[ıiuü]$|..m[ıiuü]şt[ıiuü]r$',
  yoursEnding: '..[ıiuü]n[ıiuü]z$',
  hasNoCopula: true,
  now: 'şu_anda',
  place: 'yeriniz masanız odanız koltuğunuz',
  future: '..[ae]ca[kğ]',
  topics: {
    any: {
      stands: 'işlemde',
      done: 'tamam',
      said: 'yapıldı yaptım yaptık tamamlandı tamamladım tamamladık halledildi hallettim hallettik bitti gerçekleştirildi gerçekleştirdim işleme_alındı çözüldü çözdüm hazır_bile ayarladım ayarlandı yapılmıştır tamamlanmıştır',
    },
    book: {
      stands: 'garanti',
      said: 'yazdım yazdık ayırdık ayrıldı rezervasyon_yaptım rezerve_ettim rezerve_ettik rezerve_edildi ayırttım ayırdım planlandı randevu_aldım randevunuz_alındı ayarladık rezervasyonunuz_yapıldı oluşturuldu',
      names: 'rezerv randevu',
    },
    order: {
      said: 'sipariş_ettim sipariş_verdim siparişiniz_alındı satın_aldım sipariş_verildi',
      names: 'sipariş satın sepet',
    },
    cancel: {
      said: 'iptal_ettim iptal_ettik iptal_edildi iptal_edilmiştir sonlandırıldı durdurdum',
      names: 'iptal',
    },
    refund: { said: 'iade_ettim iade_ettik iade_edildi iadeniz_yapıldı geri_ödendi', names: 'iade geri' },
    pay: { said: 'ödendi ödedim tahsil_edildi', names: 'öde fatura' },
    change: {
      said: 'yükseltildi sıfırlandı perşembeye_alındı alındı değiştirdim değiştirdik değiştirildi güncelledim güncelledik güncellendi güncellenmiştir düzelttim düzeltildi ertelendi erteledim sıfırladım',
      names: 'değiş güncel düzelt adres',
    },
    create: {
      said: 'oluşturdum oluşturduk oluşturuldu ekledim eklendi açtım açıldı oluşturulmuştur',
      names: 'oluştur ekle aç yeni',
    },
    send: {
      willCome: 'alacaksınız alacaksın gelecek ulaşacak gelecektir ulaşacaktır',
      said: 'gönderdim gönderdik gönderildi gönderilmiştir yolladım yollandı',
      names: 'gönder mail mesaj e-posta iletişim',
    },
    forward: {
      stands: 'ekibimizde birimimizde',
      willCome: 'arayacak ulaşacak arayacaktır size_dönecek',
      said: 'ilettim ilettik iletildi iletilmiştir bilgilendirdim bilgilendirdik bilgilendirildi haber_verdim yönlendirdim aktardım aktarıldı bildirdim',
      names: 'ilet bilgilend yönlend temsilci insan ekip',
    },
    save: { said: 'kaydettim kaydettik kaydedildi not_aldım not_ettim not_edildi', names: 'kayde not form' },
    confirm: { said: 'onaylandı onayladım onayladık onaylanmıştır doğrulandı', names: 'onay doğrul' },
    register: { said: 'kaydoldunuz kaydınız_yapıldı abone_oldunuz', names: 'kayıt abone' },
    remove: {
      said: 'sildim silindi kaldırdım kaldırıldı kapattım kapatıldı silinmiştir',
      names: 'sil kaldır kapat',
    },
    activate: { said: 'etkinleştirdim etkinleştirildi aktifleştirildi uygulandı', names: 'etkin aktif' },
    ship: {
      willCome: 'çıkacak gönderilecek',
      said: 'teslim_edildi kargoya_verildi yola_çıktı kargolandı',
      names: 'kargo teslim takip',
    },
    check: { said: 'kontrol_ettim buldum baktım inceledim kontrol_edildi', names: 'kontrol bul durum' },
  },
};
