/**
 * A pretend server of a company that implements the API in
 * {@code src/docs/customers-api.yaml}.
 * {@link io.frontlineservice.sandbox.crm.contract.PretendCustomersApi} is the entry
 * point.
 */
@NullMarked
package io.frontlineservice.sandbox.crm.contract;

import org.jspecify.annotations.NullMarked;
