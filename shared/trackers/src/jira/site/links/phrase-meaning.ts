/**
 * What a phrase of a link says of the issue it stands on, towards the other: `blocks` – this blocks that; `blocked` – that blocks
 * this; `neither` – plainly something else; `unknown` – nobody has decoded it yet.
 */
export type PhraseMeaning = 'blocks' | 'blocked' | 'neither' | 'unknown';

export function meaningOfPhrase(phrase: string): PhraseMeaning {
  const plain = plainPhrase(phrase);
  if (blockingPhrases.some((pattern) => pattern.test(plain))) return 'blocks';
  if (blockedPhrases.some((pattern) => pattern.test(plain))) return 'blocked';
  return otherPhrases.test(plain) ? 'neither' : 'unknown';
}

/** `Is  Blocked by:` → `is blocked by`. */
export function plainPhrase(phrase: string): string {
  return phrase
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
    .replace(/^[\s[(.:]+|[\s\]).:…]+$/g, '');
}

const blockingPhrases: readonly RegExp[] = [
  /^(is |are |currently )?(block|blocks|blocking|blocker|gates|gating|impedes|impeding|holds up|holding up)$/,
  /^(is |are )?(a |the )?blocker (of|for|to)$/,
  /^(is |are )?depended (on |upon )?by$/,
  /^(is |are )?(a |the )?dependency (of|for|to)$/,
  /^(has|have) (a )?dependents?$/,
  /^(is |are )?(required|needed|awaited) (by|for)$/,
  /^(is |are )?(a |the )?(prerequisite|pre requisite|precondition) (of|for|to)$/,
  /^(has|have|needs?|must|should)( to)?( be)? (done|finished|completed|resolved) before$/,
  /^(is |are )?(a |the )?predecessor (of|to)$/,
  /^precedes?$/,
  /^(blockiert|ist voraussetzung für|wird benötigt von|wird benötigt für)$/,
  /^(bloque|est requis par|est un prérequis (de|pour))$/,
  /^(bloquea|bloquea a|es requerido por|es necesario para)$/,
  /^(bloqueia|é requerido por|é necessário para)$/,
  /^(blocca|blokkeert|blokuje|blokerer|blockerar|estää)$/,
  /^(блокирует|является блокером для|требуется для)$/,
  /^(阻塞|阻碍|阻止|阻挡|封锁|は次をブロックする|ブロックしている|ブロックする|をブロック|をブロックしている|次をブロックしている)$/,
  /^(차단|차단함|차단합니다)$/,
];

const blockedPhrases: readonly RegExp[] = [
  /^(is |are |currently |was |been |being |is being |has been )?(blocked|gated|impeded|held up) (by|on)$/,
  /^(depend|depends|depending)( on| upon)?$/,
  /^(is |are )?depend[ae]nt (on|upon)$/,
  /^(has|have) (a )?dependency( on| upon)?$/,
  /^(require|requires|requiring|need|needs)$/,
  /^(has|have)( as)?( a)? (prerequisite|pre requisite|precondition|blocker|predecessor)s?$/,
  /^(has|have|needs?|must|should)( to)?( be)? (done|finished|completed|resolved) after$/,
  /^(is |are )?(waiting|waits?) (for|on|upon)$/,
  /^(is |are )?(a |the )?successor (of|to)$/,
  /^(is |are )?preceded by$/,
  /^(wird blockiert (durch|von)|ist blockiert (durch|von)|hängt ab von|ist abhängig von|benötigt)$/,
  /^((est )?bloquée? par|dépend de|nécessite|requiert)$/,
  /^((está |es )?bloquead[oa] por|depende de|requiere)$/,
  /^((está |é )?bloquead[oa] por|depende de|requer)$/,
  /^((è )?bloccat[oa] da|dipende da|(wordt )?geblokkeerd door|is afhankelijk van|(jest )?(za)?blokowan[ey] przez|zależy od|blokeres af|blockeras av)$/,
  /^((за)?блокируется|заблокирован[оа]?|зависит от|требует)( задачей| запросом)?$/,
  /^(被阻塞|被阻碍|被阻止|被阻挡|被.{0,4}阻塞|受阻于|阻塞于|依赖|依赖于|がブロック|にブロックされている|は次にブロックされている|ブロックされている|によってブロックされている|次によりブロックされている)$/,
  /^(차단됨|다음에 의해 차단됨)$/,
];

/** Other phrases that Jira and the add-ons that are widely used begin with. */
const otherPhrases =
  /\b(relate[sd]?|related|relationship|related too|clone[sd]?|cloning|duplicate[sd]?|duplicated|cause[sd]?|causing|split|parent|child|children|part of|contain(s|ed)?|include[sd]?|incorporate[sd]?|implement(s|ed)?|test(s|ed)?|tested|cover(s|ed)?|mention(s|ed)?|reference[sd]?|review(s|ed)?|fix(es|ed)?|resolve[sd]?|solve[sd]?|supersede[sd]?|supercede[sd]?|replace[sd]?|trigger(s|ed|ing)?|started together|finished together|document(s|ed)?|discover(s|ed)?|created?|link(s|ed)? to|links|branch|issue split|is a|epic|story|merge[sd]?|move[sd]?|breaks|broken|regression|similar|idea|delivers?|polaris|connected|constrains|supports?|follow(s|ed)?|addresse?[sd]?)\b/;
