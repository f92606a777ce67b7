import type { ClaimWords } from './claim-words.ts';

export const SPANISH: ClaimWords = {
  language: 'es',
  honest: { done: 'Todavía no lo he hecho.', checked: 'Todavía no lo he comprobado.' },
  hasFragments: true,
  participle: '.[ai]d[oa]s?$',
  idle: 'entendido podido leído visto tenido estado sido querido intentado oído pedido podido encontrado comprendido recibido todo todos adecuado cuidado lado',
  did: 'acabo acabamos logré',
  i: 'yo he acabo me',
  we: 'nosotros hemos acabamos',
  you: 'usted ustedes tú',
  yours: 'su sus tu tus esto eso todo todas todos le te ya',
  the: 'el la los las',
  ours: 'nuestro nuestra nuestros nuestras',
  some: 'un una unos unas nuevo nueva nuevos nuevas varios',
  has: 'he hemos ha han',
  is: 'está están es son queda quedan estás quedó quedado',
  was: 'se_canceló se_ha se_han fue fueron sido fuiste quedó',
  bare: 'haber ser estar',
  may: 'puedo puede pueden podemos puedes podría podrían podrías debe debes debo quiero quiere quieres quisiera desea deseas gustaría ser haber será serán necesito necesita sea hay_que para',
  not: 'no nunca sin ningún ninguna tampoco lamentablemente ni nadie nada',
  nothing: 'nada ningún ninguna',
  if: 'si cuando una_vez después antes mientras hasta quien cual donde cómo según ejemplo dijo dice asegúrese tan_pronto en_cuanto',
  relative: 'cuyo cuya',
  and: 'y o e',
  that: 'que',
  but: 'pero así_que porque',
  habit:
    'dentro normalmente siempre generalmente habitualmente automáticamente cada desde suele último última hace diariamente plazo',
  between:
    'ya también ahora correctamente exitosamente bien todo lo la le les se te os oficialmente con éxito acabo de inmediatamente',
  thing: `pedido reserva cita reembolso pago solicitud ticket correo email mensaje invitación suscripción cuenta dirección fecha mesa habitación
    paquete entrega cancelación confirmación caso problema inscripción factura importe número formulario cambio cambios sesión envío reunión turno plaza datos`,
  opener:
    'perfecto genial claro sí vale gracias hola bien muy excelente de_acuerdo por_supuesto estupendo buenas buena noticias noticia ok listo entendido desde_luego',
  follows: 'para el la a al en con como y por según hoy mañana su tu desde',
  asks: 'está están puedo puede quiere quieres desea cuándo dónde cómo qué cuál quién ha he fue',
  will: 'voy vamos',
  now: 'ahora ahora_mismo inmediatamente enseguida de_inmediato ya',
  common:
    'el la los las de del en y a al para por con es son un una que se lo le les más o si como este esta estos su sus entre sobre',
  past: 'ayer',
  topics: {
    any: {
      done: 'hecho hecha realizado realizada completado completada procesado procesada terminado terminada resuelto resuelta solucionado solucionada finalizado finalizada tramitado tramitada gestionado gestionada listo lista ejecutado efectuado solucionado',
      said: 'todo_listo ya_está ya_lo_hice lo_hice está_listo realicé completé procesé resolví gestioné tramité solucioné asunto_resuelto',
      promise: 'proceso gestiono realizo procesar gestionar tramito',
    },
    book: {
      done: 'asegurado asegurada garantizado garantizada reservado reservada reservados reservadas agendado agendada programado programada reprogramado reprogramada',
      said: 'se_reservó se_agendó reservé agendé programé nos_vemos_el',
      promise: 'reservo reservar agendo',
      names: 'reserv cita agend program turno',
    },
    order: {
      done: 'pedido_por comprado comprada encargado encargada ordenado',
      said: 'compré encargué',
      promise: 'pido compro',
      names: 'pedid compr carrito',
    },
    cancel: {
      done: 'cancelado cancelada cancelados canceladas anulado anulada anulados dado_de_baja dada_de_baja interrumpido',
      said: 'se_canceló se_ha_cancelado se_anuló cancelé anulé cancelamos_su',
      promise: 'cancelo cancelar anulo anular',
      names: 'cancel anul baja',
    },
    refund: {
      done: 'descontado descontada reembolsado reembolsada devuelto devuelta abonado abonada emitido emitida reintegrado',
      said: 'se_reembolsó va_en_camino está_de_camino reembolsé devolví emití',
      promise: 'reembolso reembolsar devuelvo',
      names: 'reembols devol abon',
    },
    pay: {
      done: 'pagado pagada cobrado cobrada cargado facturado transferido recibido',
      said: 'pagué cobré transferí',
      names: 'pag cobr factur transfer',
    },
    change: {
      done: 'cambiado cambiada cambiados modificado modificada modificados actualizado actualizada actualizados corregido corregida ampliado prorrogado restablecido restablecida aplazado',
      said: 'se_cambió se_modificó se_actualizó cambié modifiqué actualicé corregí moví restablecí',
      promise: 'cambio actualizo modifico cambiar actualizar modificar',
      names: 'cambi modif actualiz correg direcci restablec',
    },
    create: {
      done: 'creado creada abierto abierta añadido añadida agregado agregada generado generada',
      said: 'creé abrí añadí agregué generé',
      promise: 'creo abro crear abrir añado',
      names: 'cre abr añad agreg nuev',
    },
    send: {
      expected:
        'recibirás_un_correo recibirá_un_correo recibirás_una_confirmación recibirá_una_confirmación te_llegará le_llegará',
      done: 'enviado enviada enviados enviadas remitido remitida mandado reenviado reenviada presentado',
      said: 'se_envió envié mandé reenvié remití escribí te_envié le_envié',
      promise: 'envío mando enviar mandar',
      names: 'envi envío correo mensaj mand contact',
    },
    forward: {
      done: 'transferido transferida informado informada avisado avisada notificado notificada escalado escalada derivado derivada trasladado trasladada pasado reportado contactado',
      said: 'avisé informé notifiqué transferí escalé pasé derivé contacté',
      promise: 'aviso informo notifico transfiero derivo paso avisar informar notificar transferir',
      names: 'transfer inform avis notific human persona agente equipo contact colega',
    },
    save: {
      done: 'guardado guardada guardados registrado registrada registrados anotado anotada apuntado',
      said: 'guardé registré anoté apunté',
      promise: 'guardo registro anoto guardar anotar',
      names: 'guard registr anot formular datos',
    },
    confirm: {
      done: 'confirmado confirmada confirmados aprobado aprobada aceptado aceptada validado validada',
      said: 'confirmé aprobé',
      names: 'confirm aprob',
    },
    register: {
      done: 'inscrito inscrita suscrito suscrita',
      said: 'inscribí suscribí',
      promise: 'inscribo',
      names: 'inscri suscri registr',
    },
    remove: {
      done: 'eliminado eliminada eliminados borrado borrada cerrado_su cerrada desactivado desactivada bloqueado',
      said: 'eliminé borré cerré desactivé',
      promise: 'elimino borro eliminar borrar',
      names: 'elimin borr cerr desactiv',
    },
    activate: {
      done: 'activado activada desbloqueado desbloqueada aplicado aplicada reactivado',
      said: 'activé desbloqueé apliqué',
      promise: 'activo',
      names: 'activ desbloqu',
    },
    ship: {
      done: 'entregado entregada llegado despachado despachada en_camino en_reparto salido',
      names: 'entreg envío paquete seguimiento pedido',
    },
    check: {
      ownDone: 'verificado comprobado revisado encontrado consultado',
      said: 'verifiqué comprobé revisé encontré consulté',
      names: 'verific comprob revis consult estado',
    },
  },
};
