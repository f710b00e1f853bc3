import assert from 'node:assert/strict';
import { test } from 'node:test';
import { joinAtSeam } from '../../../../src/text/seam/seam';

type Row = readonly [left: string, final: string, joined: string];

/** What a turn that begins in mid-sentence is written as. */
const TABLES: Readonly<Record<string, readonly Row[]>> = {
  en: [
    ['I met ', 'Julia yesterday.', 'Julia yesterday.'],
    ['We asked ', 'Mrs. Jones.', 'Mrs. Jones.'],
    ['We asked ', 'Dr. Nguyen about it.', 'Dr. Nguyen about it.'],
    ['She moved to ', 'Reykjavik.', 'Reykjavik.'],
    ['We flew to ', 'New York.', 'New York.'],
    ['They live in ', 'South Africa.', 'South Africa.'],
    ['I talked to ', 'Sanchez and his team.', 'Sanchez and his team.'],
    ['Ask ', 'Kowalski.', 'Kowalski.'],
    ['Thanks to ', 'Emily.', 'Emily.'],
    ['We met ', 'Mark.', 'Mark.'],
    ['It was ', 'Bill Gates.', 'Bill Gates.'],
    ['We deploy to ', 'Heroku.', 'Heroku.'],
    ['We use ', 'Kubernetes.', 'Kubernetes.'],
    ['See you on ', 'Monday.', 'Monday.'],
    ['It happened in ', 'May.', 'May.'],
    ['She speaks ', 'English.', 'English.'],
    ['Open ', 'Windows Terminal.', 'Windows Terminal.'],
    ['He said that ', "I'm late.", "I'm late."],
    ['That is ', "Julia's idea.", "Julia's idea."],
    ['We can ', 'Mark it as done.', 'mark it as done.'],
    ['It ', 'May be slow.', 'may be slow.'],
    ['The build ', 'Will fail.', 'will fail.'],
    ['We need ', 'New tests.', 'new tests.'],
    ['We want ', 'Refactoring.', 'refactoring.'],
    ['I think ', "They're right.", "they're right."],
    ['It was ', 'Quickly deployed.', 'quickly deployed.'],
    ['We bought ', 'Apples and pears.', 'apples and pears.'],
    ['The tests ', "Don't pass.", "don't pass."],
    ['She went to the ', 'Hospital.', 'hospital.'],
    ['It is an ', 'Unnecessary complication.', 'unnecessary complication.'],
  ],
  de: [
    ['Das war eine ', 'Gute Idee.', 'gute Idee.'],
    ['Wir haben ', 'Neue Server.', 'neue Server.'],
    ['Das ist eine ', 'Gute und schnelle Lösung.', 'gute und schnelle Lösung.'],
    ['Das ist das ', 'Gute an der Sache.', 'Gute an der Sache.'],
    ['Es gibt nichts ', 'Neues.', 'Neues.'],
    ['Wir müssen ', 'Testen.', 'testen.'],
    ['Beim ', 'Testen fiel das auf.', 'Testen fiel das auf.'],
    ['Der Test ', 'Schlägt fehl.', 'schlägt fehl.'],
    ['Die Datei wurde ', 'Gespeichert.', 'gespeichert.'],
    ['Wir haben sie ', 'Übernommen.', 'übernommen.'],
    ['Er hat es ', 'Aufgeschrieben.', 'aufgeschrieben.'],
    ['Das ', 'Funktioniert nicht.', 'funktioniert nicht.'],
    ['Das ist die ', 'Ausgewählte Zeile.', 'ausgewählte Zeile.'],
    ['Es ist ', 'Möglich.', 'möglich.'],
    ['Der Server ist ', 'Schneller als vorher.', 'schneller als vorher.'],
    ['Wir warten ', 'Auf den Server.', 'auf den Server.'],
    ['Wir brauchen einen ', 'Server.', 'Server.'],
    ['Das ist ein ', 'Gerät mit Akku.', 'Gerät mit Akku.'],
    ['Ich traf ', 'Julia gestern.', 'Julia gestern.'],
    ['Wir fragen ', 'Frau Schneider.', 'Frau Schneider.'],
    ['Ich danke ', 'Ihnen sehr.', 'Ihnen sehr.'],
    ['Er wohnt in ', 'Köln.', 'Köln.'],
    ['Die ', 'Eigenschaften fehlen.', 'Eigenschaften fehlen.'],
    ['Er spricht ', 'Englisch.', 'Englisch.'],
    ['Das sind ', 'Englische Texte.', 'englische Texte.'],
  ],
  fr: [
    ['J’ai vu ', 'Julia hier.', 'Julia hier.'],
    ['Nous allons à ', 'Marseille.', 'Marseille.'],
    ['Nous avons ', 'Corrigé le bogue.', 'corrigé le bogue.'],
    ['Il faut ', 'Attendre.', 'attendre.'],
    ["J'aime l'", 'Arbre.', 'arbre.'],
    ['Il vient d’', 'Italie.', 'Italie.'],
    ['Nous aimons ', "L'Italie.", "l'Italie."],
    ['C’est une ', 'Bonne idée.', 'bonne idée.'],
    ['Les tests ', 'Sont rapides.', 'sont rapides.'],
    ['Il travaille ', 'Rapidement.', 'rapidement.'],
    ['Elle parle avec ', 'Claire.', 'Claire.'],
  ],
  es: [
    ['Vi a ', 'Julia ayer.', 'Julia ayer.'],
    ['Vivimos en ', 'Sevilla.', 'Sevilla.'],
    ['Hablé con ', 'García.', 'García.'],
    ['Es una ', 'Buena idea.', 'buena idea.'],
    ['Vemos ', 'Que las pruebas pasan.', 'que las pruebas pasan.'],
    ['Hay que ', 'Corregir el fallo.', 'corregir el fallo.'],
    ['El servidor ', 'Funciona rápidamente.', 'funciona rápidamente.'],
    ['Es una ', 'Configuración nueva.', 'configuración nueva.'],
  ],
  it: [
    ['Ho visto ', 'Giulia ieri.', 'Giulia ieri.'],
    ['Viviamo a ', 'Torino.', 'Torino.'],
    ['È una ', 'Buona idea.', 'buona idea.'],
    ['I test ', 'Sono veloci.', 'sono veloci.'],
    ['Il server ', 'Funziona velocemente.', 'funziona velocemente.'],
    ["Mi piace l'", 'Albero.', 'albero.'],
  ],
  nl: [
    ['Ik zag ', 'Julia gisteren.', 'Julia gisteren.'],
    ['We wachten ', 'Op de server.', 'op de server.'],
  ],
  pt: [
    ['Vi a ', 'Júlia ontem.', 'Júlia ontem.'],
    ['Vemos ', 'Que os testes passam.', 'que os testes passam.'],
  ],
  und: [
    ['Я видел ', 'Юлию вчера.', 'Юлию вчера.'],
    ['Мы видели, ', 'Что тесты прошли.', 'что тесты прошли.'],
  ],
};

for (const [language, rows] of Object.entries(TABLES)) {
  test(`a turn that begins in mid-sentence with a name keeps its capital, with a word it loses it: ${language}`, () => {
    assert.deepEqual(
      rows.map(([left, text]) => [left, text, joinAtSeam({ left, text, right: '', language })]),
      rows,
    );
  });
}
