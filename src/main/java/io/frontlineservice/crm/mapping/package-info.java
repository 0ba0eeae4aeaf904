/**
 * The kit that CRM adapters are built from: from a record of named values to a
 * {@link io.frontlineservice.customer.CrmCustomer}, as the configuration says.
 */
@NullMarked
package io.frontlineservice.crm.mapping;

import org.jspecify.annotations.NullMarked;
