// The console's first page. Written by hand, no build: the console (webpack module federation) loads this script, then calls
// window.dumas.init(sharedScope) and window.dumas.get('./plugin'). React and @hawtio/react come from its shared scope; the page
// itself is in the modules beside this file, one concern each.
;(function () {
  'use strict'

  let shared

  const load = async name => {
    const versions = shared[name]
    if (!versions) throw new Error('the console does not share ' + name + '; it shares ' + Object.keys(shared).join(', '))
    return (await Object.values(versions)[0].get())()
  }

  const style = () => {
    const link = document.createElement('link')
    link.rel = 'stylesheet'
    link.href = '/hawtio/page/page.css'
    document.head.append(link)
  }

  const plugin = async () => {
    const [react, { hawtio }, { share }, { Page }] = await Promise.all(
      [load('react'), load('@hawtio/react'), import('/hawtio/page/react.js'), import('/hawtio/page/page.js')])
    share(react)
    style()
    return { plugin: () => hawtio.addPlugin({ id: 'dumas', title: 'Dumas', path: '/dumas', order: -10, component: Page, isActive: async () => true }) }
  }

  const modules = { './plugin': plugin }
  window.dumas = {
    init: scope => { shared = scope },
    get: async name => {
      const exports = await modules[name]()
      return () => exports
    },
  }
})()
