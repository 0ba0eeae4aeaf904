/**
 * A pretend Salesforce: sign-in, SOQL and the description of objects, as its REST API has
 * them. The sandbox and the tests of the Salesforce adapter run against it.
 */
@NullMarked
package io.frontlineservice.sandbox.crm.salesforce;

import org.jspecify.annotations.NullMarked;
