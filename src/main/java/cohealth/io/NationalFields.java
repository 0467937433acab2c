package cohealth.io;

import java.util.Set;

/**
 * Fields of the national interface that inputs may have and that are not used: no slips of the
 * hand, however near they come to a known column.
 */
final class NationalFields {
  private static final Set<String> UNUSED =
      Set.of(
          "acct_mulaid_pay",
          "acct_pay",
          "act_pay_dedc",
          "addr",
          "age",
          "balc",
          "begntime",
          "brdy",
          "certno",
          "clr_optins",
          "clr_type",
          "clr_way",
          "crt_payb_lmt_amt",
          "cvlserv_flag",
          "cvlserv_pay",
          "dise_codg",
          "dise_name",
          "emp_name",
          "emp_no",
          "emp_type",
          "endtime",
          "fixmedins_name",
          "fund_pay_sumamt",
          "fund_pay_type",
          "fund_pay_type_name",
          "fund_payamt",
          "gend",
          "hifdm_pay",
          "hifes_pay",
          "hifmi_pay",
          "hifob_pay",
          "hifp_pay",
          "hosp_part_amt",
          "init_setl_id",
          "insu_admdvs",
          "insutype",
          "list_type",
          "maf_pay",
          "mdtrt_cert_no",
          "mdtrt_cert_type",
          "medins_setl_id",
          "mid_setl_flag",
          "naty",
          "oth_pay",
          "otp_refund_setl_id",
          "patn_cert_type",
          "pay_loc",
          "pool_prop_selfpay",
          "poolarea_no",
          "psn_cash_pay",
          "psn_cert_type",
          "psn_insu_rlts_id",
          "psn_name",
          "psn_part_amt",
          "psn_setlway",
          "psn_type",
          "quts_type",
          "setl_cashpay_way",
          "setl_proc_info",
          "setl_type",
          "sp_psn_type",
          "tel",
          "vali_flag",
          "year");

  private NationalFields() {}

  /** All of them. */
  static Set<String> all() {
    return UNUSED;
  }

  /** Whether a field of this name, in lower case, is known to belong to the interface. */
  static boolean contains(String name) {
    return UNUSED.contains(name);
  }
}
