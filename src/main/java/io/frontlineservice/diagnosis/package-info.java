/**
 * Checks of the configuration at the start, and the doctor.
 * <p>
 * Words for "something is wrong", here and in all other packages. Each has one meaning.
 * <ul>
 * <li>Finding: a setting, or the file that it names, that cannot be used. The service
 * does not start with one.</li>
 * <li>Observation: what the doctor saw of an installation, good or bad.</li>
 * <li>Problem: something that does not work until the operator fixes it. It is the text
 * of a finding, a level of an observation, and the body of an HTTP error.</li>
 * <li>Remark: an entry of a data file that is left out or used in part.</li>
 * <li>Refusal: this service rejects a request, or its own start, on purpose.</li>
 * <li>Error: what another system reports by a code: Twilio, a database, a parser.</li>
 * <li>Failure: an attempt that threw an exception.</li>
 * <li>Fault: an error that the sandbox injects on purpose.</li>
 * <li>Outcome: how an attempt ended, well or badly.</li>
 * </ul>
 * An answer is what this service returns to a callback; a management endpoint returns a
 * descriptor, and another server a response.
 */
@NullMarked
package io.frontlineservice.diagnosis;

import org.jspecify.annotations.NullMarked;
