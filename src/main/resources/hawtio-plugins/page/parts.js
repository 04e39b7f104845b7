// What every part of the page is made of.
import { React, h } from './react.js'
import { number } from './words.js'

export const Panel = ({ id, title, what, empty, heads, rows }) => h('section', { id, 'aria-labelledby': id + '-judul' },
  h('h2', { id: id + '-judul' }, title),
  h('p', { className: 'apa' }, what),
  rows.length === 0
    ? h('p', { className: 'kosong' }, empty)
    : h('div', { className: 'lebar' }, h('table', null,
      h('thead', null, h('tr', null, heads.map(([text, kind]) => h('th', { key: text, scope: 'col', className: kind || '' }, text)))),
      h('tbody', null, rows))))

export const cell = (name, value, more) => h('td', { key: name, className: 'angka ' + (more || ''), 'data-field': name }, value)
export const count = (name, value, alarming) => cell(name, number.format(value), alarming && value > 0 ? 'penting' : '')
export const first = of => h('th', { scope: 'row' }, of.label)

/** An error where it happened. */
export const Fault = ({ of }) => of ? h('p', { role: 'alert', className: 'penting' }, of) : null

/** A question with a reason that must be given; it keeps the focus and closes on Escape. */
export const Ask = ({ id, title, what, yes, act, onDone, onClose, children }) => {
  const box = React.useRef(null)
  const [because, setBecause] = React.useState('')
  const [busy, setBusy] = React.useState(false)
  const [error, setError] = React.useState('')
  React.useEffect(() => { box.current.showModal() }, [])
  const go = async () => {
    setBusy(true)
    try {
      await act(because.trim())
      onDone()
    } catch (e) {
      setError(e.message)
      setBusy(false)
    }
  }
  return h('dialog', { ref: box, id, 'aria-labelledby': id + '-judul', onClose },
    h('h2', { id: id + '-judul' }, title),
    h('p', null, what),
    children,
    h('label', { htmlFor: 'dumas-sebab' }, 'Sebab'),
    h('textarea', { id: 'dumas-sebab', rows: 3, maxLength: 1000, required: true, autoFocus: true, value: because, onChange: e => setBecause(e.target.value) }),
    h(Fault, { of: error }),
    h('div', null,
      h('button', { type: 'button', id: 'dumas-batal', onClick: () => box.current.close() }, 'Batal'),
      h('button', { type: 'button', id: 'dumas-ya', className: 'utama', disabled: busy || because.trim() === '', onClick: go }, yes)))
}

/** One word to look up. */
export const LookUp = ({ id, label, value, example, onAsk, children }) => {
  const [text, setText] = React.useState(value || '')
  React.useEffect(() => { setText(value || '') }, [value])
  return h('form', { onSubmit: e => { e.preventDefault(); if (text.trim() !== '') onAsk(text.trim()) } },
    h('label', null, label, h('input', { id, value: text, placeholder: example, autoComplete: 'off', spellCheck: false, maxLength: 40, onChange: e => setText(e.target.value) })),
    h('button', { type: 'submit', className: 'utama' }, 'Tampilkan'), children)
}

/** A number that leads to its case, for who may read it. */
export const CaseLink = ({ of, go, decides }) => decides
  ? h('a', { href: '/hawtio/dumas#berkas/' + of, onClick: e => { e.preventDefault(); go('berkas', of) } }, of)
  : of
