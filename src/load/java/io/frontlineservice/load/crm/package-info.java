/**
 * A CRM that answers late, or not at all. The load run adds this package, and nothing
 * else, to the jar that it measures.
 */
package io.frontlineservice.load.crm;
