/**
 * The kit for adapters of CRMs that name owners by ids of their own: which user of the
 * CRM is which worker.
 */
@NullMarked
package io.frontlineservice.crm.owner;

import org.jspecify.annotations.NullMarked;
