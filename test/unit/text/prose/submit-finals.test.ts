import assert from 'node:assert/strict';
import { test } from 'node:test';
import { interpret } from '../../../../src/text/interpret';
import { DEFAULT_SETTINGS } from '../../../fixtures/default-settings';

/** Finals, one a line: what sends, and what is written. */
const FINALS: Readonly<Record<string, { readonly sent: string; readonly written: string }>> = {
  en: {
    sent: `
      send it
      SEND IT
      Send it!
      Send it .
      Send it.
      Submit it.
      Send prompt.
      Send the prompt.
      Fix the parser. Send it.
      Fix the parser! Send it!
      Is it right? Send it.
      Fix it…. Send it.
      Write a test for foo.ts. Send it.
      Use version 2.0. Send it.
      Set it to 5. Send it.
      Look at "foo.ts". Send it.
      Rename it to (new). Send it.
      Fix it period. Send it.
      Add a question mark. Send it.
      Add a newline. Send it.
      I like it. Submit it.
      Use the U.S. locale. Send it.
      Use e.g. lodash. Send it.
      That's all. Thanks. Send it.
      Deploy to prod. Send it.
      Done.  Send it.
      Fix it. Send the prompt.
      Send it.
      Why not? Send it.
      No problem. Send it.
      No changes. Send it.
      Nothing else. Send it.
      The second test still does not. Send it.
    `,
    written: `
      I will send it.
      I'll send it.
      Don't send it.
      Do not send it.
      Never send it.
      Please send it.
      Send it please.
      Send it, please.
      Send it to Anna.
      Send it now.
      Send it again.
      Send it later.
      Send it when it is done.
      Can you send it?
      Should I send it?
      Send it?
      You send it.
      Just send it.
      Then send it.
      And send it.
      So send it.
      Now send it.
      First build it, then send it.
      Build it and send it.
      If it is valid, send it.
      Before you send it.
      Add a button that says send it.
      Add a button that says: Send it.
      Add a button, "Send it."
      Add a button 'Send it.'
      Add a button \`Send it.\`
      Add a button called Send it.
      Say send it.
      Sent it.
      Sending it.
      Sends it.
      Send items.
      Send its.
      Resend it.
      Unsend it.
      Send it off.
      Send It Later.
      Do it, e.g. send it.
      Do it, i.e. send it.
      Compare a vs. send it.
      Ask Dr. Send it.
      1. Send it.
      Step one: build. Step two: send it.
      Send it or drop it.
      Send it and forget it.
      Send it. Or not.
      Send it. No, wait.
      Send it. Then test.
      Fix it. Send it to the queue.
      Fix it. Then send it.
      Fix it. I will send it.
      Fix it. Don't send it.
      Fix it. Please send it.
      Fix it; send it.
      Fix it: send it.
      Fix it - send it.
      Fix it — send it.
      Fix it, send it
      Fix it (send it).
      Fix it. (Send it.)
      Fix it. "Send it."
      Fix it. Send it?
      Fix it. Send it...
      Fix it. Send it,
      Fix it. Send it —
      Fix it. No, don't. Send it back.
      The log says. Send it twice.
      Scratch that. Send it.
      No. Scratch that. Send it.
      Fix it. Undo that. Send it.
      Send prompt injection.
      Send the prompt to the model.
      Submit it to the store.
      The submit button: submit it.
      This is a send it button.
      Cancel. Don't submit it.
      Literal send it.
      Send it. Not.
      Never mind. Cancel that. Don't send it.
      Fix the parser. Do not. Send it later.
      Wait. Do not send it.
      Don't. Send it.
      Do not. Send it.
      Never. Send it.
      No, don't. Send it.
      Please do not. Send it.
      I said don't. Send it.
      When it's ready you can. Send it with a note.
      If it works. Send it tomorrow.
      Not yet. Send it.
      Not now. Send it.
    `,
  },
  de: {
    sent: `
      Abschicken.
      abschicken
      Abschicken!
      Absenden.
      Schick es ab.
      Schicke es ab.
      Jetzt abschicken.
      Repariere den Parser. Abschicken.
      Repariere den Parser. Schick es ab.
      Stimmt das? Abschicken.
      Das war's. Absenden!
      Nutze Version 2.0. Abschicken.
      Nimm „foo“. Abschicken.
      Nimm usw. Abschicken.
      Fertig. Danke. Abschicken.
      Ändere den Namen (neu). Abschicken.
      Lösche alles in src. Schicke es ab.
      Benenne es um! Jetzt abschicken!
      Nein. Abschicken.
      Das geht nicht. Abschicken.
      Warum nicht? Abschicken.
      Kein Problem. Abschicken.
    `,
    written: `
      Ich werde es abschicken.
      Ich will das abschicken.
      Nicht abschicken.
      Nicht absenden.
      Bitte abschicken.
      Abschicken bitte.
      Abschicken, bitte.
      Bitte nicht abschicken.
      Schick es ab an Anna.
      Schick es ab, wenn es fertig ist.
      Schick es nicht ab.
      Abschicken an Anna.
      Dann abschicken.
      Und abschicken.
      Erst testen, dann abschicken.
      Testen und abschicken.
      Soll ich abschicken?
      Abschicken?
      Der Knopf heißt Abschicken.
      Der Knopf heißt: Abschicken.
      Der Knopf heißt „Abschicken“.
      Knopf „Abschicken.“
      Formular absenden.
      Das Formular absenden.
      Beim Abschicken.
      Vor dem Absenden.
      Nach dem Abschicken.
      Noch nicht abschicken.
      Abschicken-Knopf.
      Abschickende.
      1. Abschicken.
      Am 3. abschicken.
      Z. B. abschicken.
      Teste es, d. h. abschicken.
      Frag Dr. Abschicken.
      Repariere es. Nicht abschicken.
      Repariere es. Bitte abschicken.
      Repariere es. Dann abschicken.
      Repariere es. Abschicken?
      Repariere es. Abschicken...
      Repariere es. Abschicken,
      Repariere es. (Abschicken.)
      Repariere es. „Abschicken.“
      Repariere es und abschicken.
      Repariere es, abschicken.
      Repariere es; abschicken.
      Repariere es: abschicken.
      Repariere es – abschicken.
      Formular ausfüllen. Absenden drücken.
      Abschicken. Oder nicht.
      Abschicken. Nein, warte.
      Streich das. Abschicken.
      Nein. Nicht. Abschicken.
      Nicht. Abschicken.
      Ich schicke es ab.
      Schickt es ab.
      Er schickt es ab.
      Jetzt abschicken wäre falsch.
      Wann absenden?
      Ohne abschicken.
      Noch nicht. Abschicken.
      Bitte nicht. Abschicken.
      Nicht jetzt. Abschicken.
    `,
  },
  fr: {
    sent: `
      Envoie-le.
      envoie-le
      Envoie-le !
      Envoie ça.
      Envoyer le message.
      Envoie le message.
      Corrige le parseur. Envoie-le.
      Corrige le parseur. Envoie ça !
      C’est bon ? Envoie-le.
      Utilise la version 2.0. Envoie-le.
      Regarde « foo ». Envoie-le.
      Merci. Envoie le message.
      Change le nom (nouveau). Envoie ça.
      Et cetera. Envoie-le.
      Voilà. Envoyer le message.
      Ajoute un test ! Envoie-le !
      Supprime tout. Envoie ça.
      Renomme. Envoie-le.
      Ça ne marche pas. Envoie-le.
      Non. Envoie-le.
    `,
    written: `
      Je vais l'envoyer.
      Ne l'envoie pas.
      N'envoie pas ça.
      Envoie-le à Anna.
      Envoie ça à Anna.
      Envoie-le, s'il te plaît.
      S'il te plaît, envoie-le.
      Envoie-le s'il te plaît.
      Envoie-le plus tard.
      Envoie-le maintenant.
      Ensuite, envoie-le.
      Et envoie-le.
      Puis envoie-le.
      Corrige et envoie-le.
      Corrige, envoie-le.
      Corrige : envoie-le.
      Corrige ; envoie-le.
      Corrige – envoie-le.
      Corrige. Puis envoie-le.
      Corrige. Ne l'envoie pas.
      Corrige. Envoie-le à Paul.
      Corrige. Envoie-le ?
      Corrige. Envoie-le...
      Corrige. Envoie-le,
      Corrige. « Envoie-le. »
      Corrige. (Envoie-le.)
      Envoie-le ?
      Tu envoies ça ?
      Le bouton « Envoie-le ».
      Le bouton s'appelle envoyer le message.
      Le bouton s'appelle : Envoyer le message.
      Avant d'envoyer le message.
      Pour envoyer le message.
      Il faut envoyer le message.
      Peux-tu envoyer le message ?
      Je veux envoyer le message.
      1. Envoie-le.
      Étape 2. Envoie-le.
      P. ex. envoie-le.
      Demande à M. Envoie-le.
      Demande à Mme. Envoie-le.
      Renvoie-le.
      Renvoie ça.
      Envoies-le.
      Envoie-les.
      Envoie-le-lui.
      Envoie-le moi.
      Envoie-le. Ou pas.
      Envoie-le. Non, attends.
      Efface ça. Envoie-le.
      Non. Ne. Envoie-le pas.
      Envoie le message à tous.
      Envoie le message suivant.
      Corrige. Envoyer le message d'erreur au client.
      Surtout pas. Envoie-le demain.
      Ne fais pas ça. N'envoie pas ça.
      Dis envoie-le.
      Quand c'est prêt, envoie-le.
      Si c'est bon, envoie ça.
      On envoie ça.
      Surtout pas. Envoie-le.
      Pas encore. Envoie-le.
    `,
  },
  es: {
    sent: `
      Envíalo.
      envíalo
      ¡Envíalo!
      Envíalo ya.
      Enviar mensaje.
      Mándalo.
      Arregla el parser. Envíalo.
      Arregla el parser. ¡Mándalo!
      ¿Está bien? Envíalo.
      Usa la versión 2.0. Envíalo.
      Mira "foo". Envíalo.
      Gracias. Enviar mensaje.
      Cambia el nombre (nuevo). Mándalo.
      Etcétera. Envíalo.
      Listo. Envíalo ya.
      Añade una prueba. Envíalo.
      Borra todo. Mándalo.
      Renómbralo. ¡Envíalo ya!
      No. Envíalo.
      Así no funciona. Envíalo.
    `,
    written: `
      Lo voy a enviar.
      No lo envíes.
      No envíalo.
      Envíalo a Ana.
      Envíalo, por favor.
      Por favor, envíalo.
      Envíalo por favor.
      Envíalo más tarde.
      Envíalo ahora.
      Luego envíalo.
      Y envíalo.
      Arregla y envíalo.
      Arregla, envíalo.
      Arregla: envíalo.
      Arregla; envíalo.
      Arregla – envíalo.
      Arregla. Luego envíalo.
      Arregla. No lo envíes.
      Arregla. Envíalo a Pablo.
      Arregla. ¿Envíalo?
      Arregla. Envíalo...
      Arregla. Envíalo,
      Arregla. «Envíalo.»
      Arregla. (Envíalo.)
      ¿Envíalo?
      ¿Lo envío?
      El botón «Envíalo».
      El botón se llama enviar mensaje.
      El botón se llama: Enviar mensaje.
      Antes de enviar mensaje.
      Para enviar mensaje.
      Hay que enviar mensaje.
      ¿Puedes enviar mensaje?
      Quiero enviar mensaje.
      1. Envíalo.
      Paso 2. Envíalo.
      P. ej. envíalo.
      Pregunta al Sr. Envíalo.
      Pregunta a la Sra. Envíalo.
      Reenvíalo.
      Envíaloss.
      Envíalos.
      Envíala.
      Envíaselo.
      Envíalo. O no.
      Envíalo. No, espera.
      Borra eso. Envíalo.
      Enviar mensaje a todos.
      Enviar mensajes.
      Arregla. Enviar mensaje de error al cliente.
      No. Envíalo mañana.
      Di envíalo.
      Cuando esté listo, envíalo.
      Si está bien, envíalo.
      Mándalos.
      Mándalo a casa.
      Mándalo tú.
      Botón: envíalo.
      Ya envíalo.
      Solo envíalo.
      Todavía no. Envíalo.
      Ahora no. Envíalo.
    `,
  },
};

function isSent(final: string, languages: readonly string[]): boolean {
  const utterance = interpret(final, {
    insertion: DEFAULT_SETTINGS.insertion,
    languages,
    identifiers: [],
    variables: { selection: '', clipboard: '', date: '' },
    submits: true,
  });
  return utterance.kind === 'command'
    ? utterance.command.kind === 'submit'
    : utterance.isSubmitted === true;
}

for (const [language, { sent, written }] of Object.entries(FINALS)) {
  for (const languages of [[language], [], Object.keys(FINALS)]) {
    test(`what sends in ${language}, heard in ${languages.join(', ') || 'any language'}`, () => {
      const finals = [sent, written].map((lines) => lines.trim().split(/\n\s*/u));
      const isWrong = (final: string, i: number): boolean => isSent(final, languages) !== (i === 0);
      assert.deepEqual(
        finals.flatMap((lines, i) => lines.filter((final) => isWrong(final, i))),
        [],
      );
    });
  }
}
