/**
 * What became of the messages that workers sent: delivery receipts, the reasons of
 * failures, and WhatsApp templates that are sent again as content.
 */
@NullMarked
package io.frontlineservice.delivery;

import org.jspecify.annotations.NullMarked;
