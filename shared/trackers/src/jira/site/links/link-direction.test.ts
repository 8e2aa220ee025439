import { describe, expect, it } from 'vitest';
import { proposeDirection } from './link-direction.ts';
import { meaningOfPhrase } from './phrase-meaning.ts';

const propose = (name: string, outward: string, inward: string) => proposeDirection({ id: '1', name, outward, inward });

describe('the direction of a link type', () => {
  it.each([
    ['Blocks', 'blocks', 'is blocked by', 'outward'],
    ['Blocker', 'blocks', 'is blocked by', 'outward'],
    ['Blocks', 'Blocks', 'Blocked by', 'outward'],
    ['Dependency', 'depends on', 'is depended on by', 'inward'],
    ['dependent', 'depends upon', 'is depended upon by', 'inward'],
    ['Required', 'requires', 'is required by', 'inward'],
    ['Depends', 'depends on', 'is dependent of', 'inward'],
    ['Dependency', 'is blocked by', 'blocks', 'inward'],
    ['Gantt End to Start', 'has to be done before', 'has to be done after', 'outward'],
    ['Prerequisite', 'is a prerequisite of', 'has as a prerequisite', 'outward'],
    ['Gate', 'gates', 'is gated by', 'outward'],
    ['Blockade', 'blockiert', 'wird blockiert durch', 'outward'],
    ['Bloquer', 'bloque', 'est bloqué par', 'outward'],
    ['Bloqueos', 'bloquea', 'está bloqueada por', 'outward'],
    ['Блокировка', 'блокирует', 'заблокирована', 'outward'],
    ['Blocks', 'bloqueia', 'é bloqueado por', 'outward'],
    ['阻塞', '阻塞', '被阻塞', 'outward'],
    ['Blocks', 'estorba', 'es estorbado por', 'outward'],
    ['Sperre', 'blocks', 'wartet auf Freigabe von', 'outward'],
  ])('%s, "%s" and "%s", is %s', (name, outward, inward, expected) => {
    expect(propose(name, outward, inward).proposed).toBe(expected);
  });

  it.each([
    ['Cloners', 'clones', 'is cloned by'],
    ['Duplicate', 'duplicates', 'is duplicated by'],
    ['Relates', 'relates to', 'relates to'],
    ['Not related', 'is not related to', 'is not related to'],
    ['Triggers', 'is triggering', 'is triggered by'],
    ['Gantt Start to Start', 'has to be started together with', 'has to be started together with'],
    ['Problem/Incident', 'causes', 'is caused by'],
    ['Split', 'split to', 'split from'],
  ])('%s, "%s" and "%s", is none, and nothing has to be decided', (name, outward, inward) => {
    expect(propose(name, outward, inward)).toEqual({ proposed: 'none', isUnclear: false });
  });

  it.each([
    ['Blocked', 'Blocked', 'Blocked'],
    ['Dependency', 'Dependency', 'Dependency'],
    ['Dependent', 'Dependent', 'Dependent'],
    ['Dependency', 'is upstream of', 'is downstream of'],
    ['Odd', 'blocks', 'blocks'],
    ['Odd', 'is blocked by', 'depends on'],
    ['Odd', 'blocks', 'relates to'],
  ])('%s, "%s" and "%s", is none, and the user has to decide', (name, outward, inward) => {
    expect(propose(name, outward, inward)).toEqual({ proposed: 'none', isUnclear: true });
  });
});

describe('a phrase of the past', () => {
  it.each([
    ['depends', 'blocked'],
    ['is a dependency of', 'blocks'],
    ['is depended on by', 'blocks'],
    ['relates to', 'neither'],
    ['is related too', 'neither'],
    ['addressed by branch', 'neither'],
    ['frobnicates', 'unknown'],
  ])('"%s" means %s', (phrase, expected) => {
    expect(meaningOfPhrase(phrase)).toBe(expected);
  });
});
