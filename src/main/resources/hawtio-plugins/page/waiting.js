// Parked records and held deliveries: putting them through again, or giving them up with a reason.
import { React, h } from './react.js'
import { exec } from './talk.js'
import { ago, number } from './words.js'
import { Ask, Panel, cell, count } from './parts.js'

/** Batch after batch until none is left; tells the sums as they grow. */
const each = async (batch, tell) => {
  let taken = 0
  let refused = 0
  let next = ''
  do {
    const done = await batch(next)
    taken += done.taken
    refused += done.refused
    next = done.next || ''
    tell(taken, refused)
  } while (next !== '')
}

/** Asks why before it discards; without a reason nothing happens. */
export const Discard = ({ of, onDone, onClose }) => h(Ask, {
  id: 'dumas-buang', yes: 'Buang', onDone, onClose,
  title: 'Buang ' + number.format(of.count) + ' catatan dari ' + of.label + '?',
  what: 'Catatan ini tidak akan menjadi berkas. Isinya tetap tersimpan tersegel, bersama nama Anda, waktu, dan sebabnya.',
  act: because => each(next => exec('discardGroup', of.feed, of.mapping, of.cause, of.newest, next, because), () => {}),
})

/** Parked records by cause, then held deliveries one by one; what a replay did stands in the row until it is gone. */
export const Waiting = ({ groups, waiting, onDiscard, onDone }) => {
  const [told, setTold] = React.useState({})
  const [busy, setBusy] = React.useState('')
  const replay = async (key, act) => {
    const say = (text, bad) => setTold(all => ({ ...all, [key]: { text, bad } }))
    setBusy(key)
    say('…')
    try {
      await act(say)
      onDone()
    } catch (e) {
      say(e.message, true)
    }
    setBusy('')
  }
  const group = g => replay(g.key, say => each(next => exec('replayGroup', g.feed, g.mapping, g.cause, next),
    (taken, refused) => say(number.format(taken) + ' diterima' + (refused > 0 ? ', ' + number.format(refused) + ' masih ditolak' : ''), refused > 0)))
  const delivery = w => replay(w.id, async say => await exec('replayDelivery', w.id) ? say('') : say('Masih ditahan', true))
  const reason = (text, key, more) => h('td', { 'data-field': 'reason' }, text, more ? h('span', { className: 'sebab redup' }, more) : null,
    told[key] && told[key].text ? h('span', { className: 'sebab tebal' + (told[key].bad ? ' penting' : ''), role: 'status' }, told[key].text) : null)
  const again = (text, label, key, act) => h('button', { type: 'button', 'data-action': 'replay', disabled: busy !== '', 'aria-label': text + ' ' + label, onClick: act }, text)
  const parked = groups.map(g => ({ ...g, key: g.feed + ' ' + g.mapping + ' ' + g.cause }))
  return h(Panel, {
    id: 'dumas-menunggu', title: 'Menunggu orang', what: 'Catatan yang diparkir, menurut sebabnya, dan kiriman yang ditahan. Perbaiki sebabnya, lalu putar ulang.',
    empty: 'Tidak ada yang menunggu orang.',
    heads: [['Tempat'], ['Sebab'], ['Jumlah', 'angka'], ['Sejak', 'angka'], ['', 'aksi']],
    rows: parked.map(g => h('tr', { key: g.key, 'data-group': g.key }, h('th', { scope: 'row' }, g.label),
      reason(g.cause, g.key, g.mapping), count('count', g.count), cell('since', ago(g.oldest)),
      h('td', { className: 'aksi' }, onDiscard ? h('div', { className: 'dua' },
        again(g.count > 1 ? 'Putar ulang semua' : 'Putar ulang', g.label + ': ' + g.cause, g.key, () => group(g)),
        h('button', { type: 'button', 'data-action': 'discard', disabled: busy !== '', 'aria-label': 'Buang ' + g.label + ': ' + g.cause, onClick: () => onDiscard(g) }, 'Buang')) : null))).concat(
      waiting.filter(w => w.kind === 'DELIVERY').map(w => h('tr', { key: w.id, 'data-waiting': w.id }, h('th', { scope: 'row' }, w.label),
        reason(w.reason, w.id), count('count', 1), cell('since', ago(w.since)),
        h('td', { className: 'aksi' }, onDiscard ? h('div', { className: 'dua' }, again('Putar ulang', w.label, w.id, () => delivery(w))) : null)))),
  })
}
