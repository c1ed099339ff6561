/**
 * Session life, shared by {@code tserver:} and {@code statserver:}: connect, register, keep alive, notice silence, change to
 * the other server of the pair, back off, stop. Nothing here knows a DN, an agent or a call.
 *
 * <h2>States of {@link org.engageconnector.component.engage.EngageSession}</h2>
 *
 * <table>
 * <caption>Rows: state. What is not listed is ignored.</caption>
 * <tr><th>state</th><th>input</th><th>next state</th><th>what is done</th></tr>
 * <tr><td>STOPPED</td><td>start</td><td>CONNECTING</td><td>connect to the next member</td></tr>
 * <tr><td>CONNECTING</td><td>opened</td><td>REGISTERING</td><td>send the registration</td></tr>
 * <tr><td>CONNECTING</td><td>connect timeout</td><td>CLOSING</td><td>close</td></tr>
 * <tr><td>CONNECTING</td><td>closed</td><td>CONNECTING or WAITING</td><td>next member at once, or back-off</td></tr>
 * <tr><td>REGISTERING</td><td>accepted, primary</td><td>UP</td><td>ask for everything</td></tr>
 * <tr><td>REGISTERING</td><td>accepted, not primary; refused; answer timeout</td><td>CLOSING</td><td>close</td></tr>
 * <tr><td>REGISTERING</td><td>closed</td><td>CONNECTING or WAITING</td><td>as above</td></tr>
 * <tr><td>UP</td><td>primary again</td><td>UP</td><td>ask for everything again</td></tr>
 * <tr><td>UP</td><td>not primary</td><td>CLOSING</td><td>down, close; the other member at once</td></tr>
 * <tr><td>UP</td><td>refused (error 1, 2 or 3 of a T-Server)</td><td>CLOSING</td><td>down, close</td></tr>
 * <tr><td>UP</td><td>keep-alive passed in silence</td><td>UP</td><td>ask for a sign of life</td></tr>
 * <tr><td>UP</td><td>answer timeout passed in silence</td><td>CLOSING</td><td>down, close</td></tr>
 * <tr><td>UP</td><td>closed</td><td>CONNECTING or WAITING</td><td>down; as above</td></tr>
 * <tr><td>CLOSING</td><td>closed</td><td>CONNECTING or WAITING</td><td>as above</td></tr>
 * <tr><td>WAITING</td><td>back-off passed</td><td>CONNECTING</td><td>connect to the next member</td></tr>
 * <tr><td>WAITING</td><td>reconnect</td><td>CONNECTING</td><td>connect at once</td></tr>
 * <tr><td>CONNECTING, REGISTERING, UP</td><td>reconnect</td><td>CLOSING</td><td>down if UP; close; no back-off</td></tr>
 * <tr><td>CONNECTING, REGISTERING, UP, CLOSING</td><td>stop</td><td>STOPPING</td><td>down if UP; close</td></tr>
 * <tr><td>STOPPED, WAITING</td><td>stop</td><td>STOPPED</td><td>nothing is left</td></tr>
 * <tr><td>STOPPING</td><td>closed</td><td>STOPPED</td><td>nothing is left</td></tr>
 * </table>
 *
 * <p>A frame that breaks the framing comes as <i>closed</i>: the transport closes by itself. One event loop runs everything
 * of a session; the frames it accepted are handed over on a thread of the connection's own
 * ({@link org.engageconnector.component.engage.Intake}).
 */
package org.engageconnector.component.engage;
