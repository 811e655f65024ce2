import assert from 'node:assert/strict'
import test from 'node:test'
import { proceedingState } from '#rules/proceeding-state.ts'
import { said, smallKnowledge, type Written } from './small-knowledge.ts'

const step = (id: string, kind: string) => ({ id, at: '2026-02-12', kind, text: 'So it went.', sources: ['report'] })
const STEPS = [step('s-filed', 'filing'), step('s-ruling', 'ruling'), step('s-deal', 'settlement')]
const claim = (fate: string, decided?: string) => ({ id: 'c-contract', text: 'It broke a contract.', fate, decided })

const found = (written: Written) =>
  said(proceedingState, smallKnowledge({ 'proceedings/harbor-v-acme': { steps: STEPS, ...written } })).map((line) =>
    line.replace('proceedings/harbor-v-acme.yaml ', ''),
  )

test('fates and states that fit each other and their steps are let be', () => {
  const fitting: Written[] = [
    {},
    { claims: [claim('pending')] },
    { claims: [claim('goesOn', 's-ruling')] },
    { state: 'settled', claims: [claim('settled', 's-deal')] },
    { state: 'decided', claims: [claim('upheld', 's-ruling'), { ...claim('unknown'), id: 'c-other' }] },
    { state: 'dismissed', claims: [claim('dismissed', 's-ruling')] },
    { state: 'unknown', steps: [], claims: [claim('unknown')] },
  ]
  assert.deepEqual(fitting.flatMap(found), [])
})

test('a fate is that of a step which can bring it about', () => {
  assert.deepEqual(found({ claims: [claim('goesOn', 's-filed')] }), [
    'claims[0].decided: expected a step of the kind ruling or appeal, found s-filed, a filing',
  ])
  assert.deepEqual(found({ state: 'settled', claims: [claim('settled', 'c-contract')] }), [
    'claims[0].decided: expected a step of the kind settlement, found c-contract',
  ])
  assert.deepEqual(found({ claims: [claim('pending', 's-ruling')] }), [
    'claims[0].decided: expected no step, because c-contract is pending, found s-ruling, a ruling',
  ])
})

test('a fate at odds with the state is reported', () => {
  assert.deepEqual(found({ state: 'dismissed', claims: [claim('pending')] }), [
    'claims[0]: expected no open claim, because the proceeding is dismissed, found c-contract, which is pending',
  ])
  assert.deepEqual(found({ state: 'dismissed', claims: [claim('upheld', 's-ruling')] }), [
    'claims[0].fate: expected no upheld claim, because the proceeding is dismissed, found c-contract',
  ])
  assert.deepEqual(found({ claims: [claim('dismissed', 's-ruling')] }), [
    'state: expected an open claim, because the proceeding is pending, found none',
  ])
})

test('a state that a step brings about has that step', () => {
  assert.deepEqual(found({ state: 'settled', steps: [step('s-filed', 'filing')] }), [
    'state: expected a step of the kind settlement, because the proceeding is settled, found none',
  ])
})
