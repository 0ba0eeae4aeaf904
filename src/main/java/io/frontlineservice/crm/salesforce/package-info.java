/**
 * Customers in Salesforce: contacts, leads, person accounts or records of another object,
 * read through its REST API.
 */
@NullMarked
package io.frontlineservice.crm.salesforce;

import org.jspecify.annotations.NullMarked;
