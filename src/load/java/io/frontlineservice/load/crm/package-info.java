/**
 * A CRM that answers late or not at all. The load run adds only this package to the jar
 * that it measures.
 */
package io.frontlineservice.load.crm;
